import { type Policy, readPolicy } from '../../../policies/template/policy/read-policy.ts';
import { wholeAccount } from '../../../policies/template/policy/read-principals.ts';
import {
  type Condition,
  formatFault,
  type Principal,
  type Statement,
} from '../../../policies/template/policy/statement.ts';

/**
 * An indivisible piece of a policy: one principal, one action, one resource under one condition.
 *
 * Statements are split into these because KMS and the CDK merge, split, order and case them differently
 * while the meaning stays. Parts with `Not...` hold as a whole and are not split.
 */
export interface Permission {
  readonly effect: string;
  readonly principal: string;
  /** Lower case, as IAM compares it. */
  readonly action: string;
  readonly resource: string;
  /** Canonical text; empty without a condition. */
  readonly condition: string;
}

/** A key policy; one with faults must not be compared, that would be guessing. */
export const readKeyPolicy = (document: unknown): Policy =>
  readPolicy(document, { path: 'KeyPolicy', kind: 'resource' });

/**
 * Every permission of a key policy, by a text that is equal exactly when the permission is.
 *
 * @param keyArn of the key that carries the policy: as a resource it means the same as `*`.
 * @throws Error for a policy with faults.
 */
export function permissions({ statements, faults }: Policy, keyArn?: string): Map<string, Permission> {
  if (faults.length > 0) throw new Error(faults.map(formatFault).join('; '));
  const all = new Map<string, Permission>();
  for (const statement of statements)
    for (const permission of split(statement, keyArn)) {
      const { effect, principal, action, resource, condition } = permission;
      all.set(JSON.stringify([effect, principal, action, resource, condition]), permission);
    }
  return all;
}

function* split(statement: Statement, keyArn: string | undefined): Generator<Permission> {
  const { effect, principals, notPrincipals, actions, notActions, resources, notResources } = statement;
  const lower = (action: string) => action.toLowerCase();
  const own = (resource: string) => (resource === keyArn ? '*' : resource);
  const condition = conditionText(statement.conditions);
  for (const principal of parts(principals.map(principalText), notPrincipals.map(principalText)))
    for (const action of parts(actions.map(lower), notActions.map(lower)))
      for (const resource of parts(resources.map(own), notResources.map(own)))
        yield { effect, principal, action, resource, condition };
}

/** Single values of `X`, or the one whole of `NotX`. */
const parts = (positive: readonly string[], negative: readonly string[]): string[] =>
  positive.length > 0 ? [...new Set(positive)] : [`anything but ${[...new Set(negative)].sort().join(', ')}`];

function principalText({ kind, value }: Principal): string {
  if (value === '*' && (kind === '*' || kind === 'AWS')) return 'everyone';
  if (kind !== 'AWS') return `${kind.toLowerCase()} ${value}`;
  const account = wholeAccount(value);
  return account === undefined ? value : `account ${account}`;
}

/** Operators and keys are case-insensitive, values are a set, and a boolean is its text. */
function conditionText(conditions: readonly Condition[]): string {
  const lines = conditions.map(({ operator, key, values }) => {
    const isTruth = /(^|:)(bool(ifexists)?|null)$/i.test(operator);
    const set = [...new Set(isTruth ? values.map((item) => item.toLowerCase()) : values)].sort();
    return `${operator.toLowerCase()} ${key} = ${set.join(' | ')}`;
  });
  return [...new Set(lines)].sort().join(' and ');
}
