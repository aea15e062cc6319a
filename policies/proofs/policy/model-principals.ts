import { isAccountId, readArn } from '../../template/arn.ts';
import { wholeAccount } from '../../template/policy/read-principals.ts';
import type { Principal } from '../../template/policy/statement.ts';
import type { PrincipalPattern, Refuse } from './statement.ts';

/** Principals as patterns of callers; everything the prover cannot name is refused, never dropped. */
export const modelPrincipals = (
  principals: readonly Principal[],
  path: string,
  refuse: Refuse,
): PrincipalPattern[] =>
  principals.flatMap(({ kind, value }) => {
    const pattern = modelPrincipal(kind, value);
    if (typeof pattern === 'object') return [pattern];
    const code = /[*?]/.test(value) ? 'POLICY-PRINCIPAL-WILDCARD' : 'POLICY-PRINCIPAL';
    refuse(path, code, `${kind}: ${value}`, pattern);
    return [];
  });

/** The pattern, or a sentence that says what is expected instead. */
function modelPrincipal(kind: string, value: string): PrincipalPattern | string {
  if (value === '*' && (kind === '*' || kind === 'AWS')) return { kind: 'everyone' };
  if (/[*?]/.test(value)) return 'one named principal: AWS does not match parts of a principal';
  if (kind === 'Service') return { kind: 'service', name: value.toLowerCase() };
  if (kind === 'Federated') return { kind: 'federated', provider: value };
  if (kind !== 'AWS') return 'a principal under AWS, Service or Federated';
  const account = wholeAccount(value);
  if (account !== undefined) return { kind: 'account', account };
  return isPrincipalArn(value)
    ? { kind: 'arn', arn: value }
    : 'an account id, or the ARN of a role, user or session';
}

function isPrincipalArn(text: string): boolean {
  const { service = '', region, account = '', resource = '' } = readArn(text) ?? {};
  const kinds = { iam: /^(role|user)\/./, sts: /^(assumed-role|federated-user)\/./ }[service];
  return region === '' && isAccountId(account) && kinds?.test(resource) === true;
}
