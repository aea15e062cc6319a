import { covers } from '../../template/glob.ts';
import type { Condition, Statement } from '../policy/statement.ts';
import type { Principal } from '../world/world.ts';
import { is, isAbsent } from './fact.ts';

const assuming = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'];

/**
 * Values of `aws:PrincipalTag/*` in sessions of a role: one list of facts for each way to assume it.
 *
 * A tag passed with the session overrides the role's tag. It can be passed when the trust statement also
 * allows sts:TagSession and does not bind `aws:TagKeys` to other keys; conditions on `aws:RequestTag/k` then
 * hold for `aws:PrincipalTag/k`. Denies in the trust policy are left out: more sessions than there are.
 * Source: IAM User Guide, "Passing session tags in AWS STS".
 */
export function sessionFacts(role: Principal, tagKeys: readonly string[]): Condition[][] {
  if (role.kind === 'user') return [tagKeys.map((key) => roleTag(role, key))];
  const ways = role.trust.filter(
    (statement) => statement.effect === 'Allow' && allowsAny(statement, assuming),
  );
  const lists = ways.map((way) => {
    const tagging = role.trust.filter(
      (other) => other.effect === 'Allow' && allowsAny(other, ['sts:tagsession']),
    );
    return tagKeys.flatMap((key) => tagFacts(role, key, [way], tagging));
  });
  // Two ways that leave the same facts are one case.
  const distinct = new Map(lists.map((list) => [JSON.stringify(list), list]));
  return distinct.size === 0 ? [tagKeys.map((key) => roleTag(role, key))] : [...distinct.values()];
}

function tagFacts(
  role: Principal,
  key: string,
  [way]: readonly Statement[],
  tagging: readonly Statement[],
): Condition[] {
  if (way === undefined || !tagging.some((statement) => mayPass(statement, key))) return [roleTag(role, key)];
  const requested = way.conditions.filter((condition) => condition.key === `aws:requesttag/${key}`);
  const required = requested.filter(
    ({ operator }) => !operator.negated && !operator.ifExists && operator.family !== 'null',
  );
  return required.map((condition) => ({
    ...condition,
    key: `aws:principaltag/${key}`,
    written: `aws:PrincipalTag/${key}`,
  }));
}

/** True where a session tag with this key (lower case) passes the statement's conditions on `aws:TagKeys`. */
function mayPass(statement: Statement, key: string): boolean {
  return statement.conditions.every(({ key: on, operator, values }) => {
    if (on !== 'aws:tagkeys' || operator.quantifier !== 'all' || operator.negated) return true;
    return values.some((value) => covers(value.toLowerCase(), key));
  });
}

function roleTag(role: Principal, key: string): Condition {
  const tag = Object.entries(role.tags).find(([name]) => name.toLowerCase() === key);
  return tag === undefined ? isAbsent(`aws:PrincipalTag/${key}`) : is(`aws:PrincipalTag/${key}`, tag[1]);
}

const allowsAny = ({ actions }: Statement, wanted: readonly string[]): boolean =>
  wanted.some(
    (action) => actions.negated !== actions.patterns.some((glob) => covers(glob.toLowerCase(), action)),
  );
