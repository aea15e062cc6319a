/** Classes of data that ask for the least: ten hours, one approver. Source: class floors of the catalogue. */
const standardClasses: ReadonlySet<string> = new Set(['CONFIDENTIAL_COMMERCIAL', 'PII_BASIC']);

/** True where a value of the `lpo:data-class` tag names classes, and none that asks for more than the least. */
export const holdsStandardClassesAlone = (dataClasses = ''): boolean =>
  dataClasses.split('+').every((name) => standardClasses.has(name));

/**
 * Hours a person's session may last at most, by the `lpo:data-class` tag of the role or of the VPN endpoint.
 *
 * Fail closed: no tag, an empty one and a class that is not known give eight.
 */
export const longestSessionHours = (dataClasses: string | undefined): 8 | 10 =>
  holdsStandardClassesAlone(dataClasses) ? 10 : 8;
