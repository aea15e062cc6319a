/** An Amazon Resource Name; each part may hold wildcards or tokens. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything after the account, for example `role/lpo-meridian-auditor`. */
  readonly resource: string;
}

const known = new Map<string, Arn | undefined>();

/** The parts of an ARN; undefined for any other text. Colons in a token separate nothing. */
export function readArn(text: string): Arn | undefined {
  // Judging one assembly asks for the same few thousand texts over and over.
  if (!known.has(text)) known.set(text, splitArn(text));
  return known.get(text);
}

function splitArn(text: string): Arn | undefined {
  const [scheme, partition, service, region, account, ...resource] = text.split(/:(?![^{]*\})/);
  if (scheme !== 'arn' || !partition || service === undefined || region === undefined) return undefined;
  if (account === undefined || resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(':') };
}

/** Name in an ARN of a service after `<type>/` or `<type>:`; undefined for another service or type. */
export function namedIn(
  text: string,
  service: string,
  type: string,
): (Arn & { readonly name: string }) | undefined {
  const arn = readArn(text);
  const kind = [`${type}/`, `${type}:`].find((start) => arn?.resource.startsWith(start));
  return arn?.service === service && kind !== undefined
    ? { ...arn, name: arn.resource.slice(kind.length) }
    : undefined;
}

/** An account as policies write it: twelve digits, no wildcard. */
export const isAccountId = (text: string): boolean => /^\d{12}$/.test(text);

export const isOrganizationId = (text: string): boolean => /^o-[a-z0-9]{10,32}$/.test(text);

/** Accounts that a text names. */
export const accountsIn = (text: string): string[] =>
  [...text.matchAll(/\b\d{12}\b/g)].map(([account]) => account);
