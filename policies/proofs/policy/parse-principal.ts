import type { PrincipalPattern } from './statement.ts';

type Report = (code: string, got: unknown, expected: string) => void;

const principalArn = /^arn:[a-z-]+:(iam|sts)::\d{12}:(role|user|assumed-role|federated-user)\/[^*?]+$/;

/** Reads a `Principal` element; everything it cannot name is reported, never dropped. */
export function parsePrincipal(element: unknown, report: Report): PrincipalPattern[] {
  if (element === '*') return [{ kind: 'everyone' }];
  if (typeof element !== 'object' || element === null || Array.isArray(element)) {
    report('POLICY-PRINCIPAL', element, '"*" or an object with AWS, Service or Federated');
    return [];
  }
  return Object.entries(element).flatMap(([kind, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((item) => parseOne(kind, item, report)),
  );
}

function parseOne(kind: string, item: unknown, report: Report): PrincipalPattern[] {
  if (typeof item !== 'string') {
    report('POLICY-PRINCIPAL', item, `a string under Principal.${kind}`);
    return [];
  }
  if (kind === 'AWS') return parseAws(item, report);
  if (item.includes('*') || item.includes('?')) {
    report('POLICY-PRINCIPAL-WILDCARD', item, `one named principal under Principal.${kind}, no wildcard`);
    return [];
  }
  if (kind === 'Service') return [{ kind: 'service', name: item.toLowerCase() }];
  if (kind === 'Federated') return [{ kind: 'federated', provider: item }];
  report('POLICY-PRINCIPAL', `${kind}: ${item}`, 'a principal under AWS, Service or Federated');
  return [];
}

function parseAws(item: string, report: Report): PrincipalPattern[] {
  if (item === '*') return [{ kind: 'everyone' }];
  if (item.includes('*') || item.includes('?')) {
    report('POLICY-PRINCIPAL-WILDCARD', item, 'a whole ARN: AWS does not match parts of a principal');
    return [];
  }
  const account = /^(?:arn:[a-z-]+:iam::)?(\d{12})(?::root)?$/.exec(item);
  if (account?.[1] !== undefined) return [{ kind: 'account', account: account[1] }];
  if (principalArn.test(item)) return [{ kind: 'arn', arn: item }];
  report('POLICY-PRINCIPAL', item, 'an account id, or the ARN of a role, user or session');
  return [];
}
