import { namedIn } from '../../template/arn.ts';
import type { PrincipalPattern } from '../policy/statement.ts';
import type { Caller } from './access-case.ts';

/**
 * Match of a `Principal` element and a caller.
 * `limited`: it names the caller's role, so a permissions boundary or session policy still limits the grant.
 * `unlimited`: it is the wildcard, or names a user, a session, a service or a provider; nothing limits it.
 * `account`: it leaves the decision to the caller's account.
 * Source: IAM User Guide, "Permissions boundaries for IAM entities", resource-based policies.
 */
export type PrincipalMatch = 'limited' | 'unlimited' | 'account';

export function matchPrincipal(
  patterns: readonly PrincipalPattern[] | undefined,
  caller: Caller,
): PrincipalMatch | undefined {
  if (patterns === undefined) return 'unlimited';
  let best: PrincipalMatch | undefined;
  for (const pattern of patterns) {
    const match = matchOne(pattern, caller);
    if (match === 'unlimited') return match;
    if (match === 'limited' || best === undefined) best = match ?? best;
  }
  return best;
}

function matchOne(pattern: PrincipalPattern, caller: Caller): PrincipalMatch | undefined {
  switch (pattern.kind) {
    case 'everyone':
      return 'unlimited';
    case 'account':
      return isAwsPrincipal(caller) && pattern.account === caller.account ? 'account' : undefined;
    case 'arn':
      if (isSessionOf(pattern.arn, caller)) return 'unlimited';
      if (pattern.arn !== caller.arn) return undefined;
      return caller.kind === 'role' ? 'limited' : 'unlimited';
    case 'service':
      return caller.kind === 'service' && pattern.name === caller.name ? 'unlimited' : undefined;
    case 'federated':
      return caller.kind === 'federated' && pattern.provider === caller.name ? 'unlimited' : undefined;
  }
}

const isAwsPrincipal = ({ kind }: Caller): boolean => kind === 'role' || kind === 'user' || kind === 'root';

/** `assumed-role/<name>/<session>` names one session of a role; some session of the role has that name. */
function isSessionOf(arn: string, caller: Caller): boolean {
  const session = namedIn(arn, 'sts', 'assumed-role');
  const role = namedIn(caller.arn ?? '', 'iam', 'role');
  if (session === undefined || role === undefined || session.account !== role.account) return false;
  const [name, ...rest] = session.name.split('/');
  return rest.length > 0 && name === role.name.split('/').at(-1);
}
