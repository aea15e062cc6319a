import { isAccountId, readArn } from '../arn.ts';
import { isObject } from '../template-shape.ts';
import type { Principal, Report } from './statement.ts';

const kinds = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** Principals of a `Principal` or `NotPrincipal` element, one by one. */
export function readPrincipals(element: unknown, path: string, report: Report): Principal[] {
  if (element === undefined) return [];
  if (element === '*') return [{ kind: '*', value: '*' }];
  if (!isObject(element) || Object.keys(element).length === 0) {
    report(path, 'POLICY-PRINCIPAL', element, `"*" or an object with ${kinds.join(', ')}`);
    return [];
  }
  return Object.entries(element).flatMap(([kind, value]) => {
    if (!kinds.includes(kind))
      report(path, 'POLICY-PRINCIPAL', `principal of kind ${kind}`, `one of ${kinds.join(', ')}`);
    const list: unknown[] = Array.isArray(value) ? value : [value];
    const texts = list.filter((item): item is string => typeof item === 'string');
    if (texts.length !== list.length || list.length === 0)
      report(path, 'POLICY-PRINCIPAL', value, `one or more texts under ${kind}`);
    return texts.map((text) => ({ kind, value: text }));
  });
}

/** The account that a principal under `AWS` stands for as a whole: its id, or the ARN of its root. */
export function wholeAccount(principal: string): string | undefined {
  const { service, region, account = '', resource } = readArn(principal) ?? {};
  if (isAccountId(principal)) return principal;
  return service === 'iam' && region === '' && resource === 'root' && isAccountId(account)
    ? account
    : undefined;
}
