/** Classes of data whose floor is ten hours; every other class asks for eight. Source: LPO-IDN-03. */
const standardClasses: ReadonlySet<string> = new Set(['CONFIDENTIAL_COMMERCIAL', 'PII_BASIC']);

/**
 * Hours a person's session may last at most, by the `lpo:data-class` tag of the role or of the VPN endpoint.
 *
 * Fail closed: no tag, an empty one and a class that is not known give eight.
 */
export function longestSessionHours(dataClasses: string | undefined): 8 | 10 {
  const classes = dataClasses?.split('+') ?? [];
  return classes.length > 0 && classes.every((name) => standardClasses.has(name)) ? 10 : 8;
}
