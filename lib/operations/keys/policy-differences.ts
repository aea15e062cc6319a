import { formatFault } from '../../../policies/template/policy/statement.ts';
import { type Permission, permissions, readKeyPolicy } from './policy-permissions.ts';

export interface PolicyDifference {
  readonly got: string;
  readonly expected: string;
}

/**
 * Differences in meaning between two key policies; texts, order, grouping and case of actions don't count.
 *
 * `got` and `expected` may have several lines. A permission that is wider in one of them (`kms:*` for `kms:Decrypt`) counts as different.
 */
export function policyDifferences(live: unknown, expected: unknown, keyArn: string): PolicyDifference[] {
  const there = readKeyPolicy(live);
  const deployed = readKeyPolicy(expected);
  if (there.faults.length > 0) {
    const got = there.faults.map(formatFault).join('; ');
    return [{ got: `a policy this program cannot read: ${got}`, expected: 'the policy deployed' }];
  }
  const wanted = permissions(deployed, keyArn);
  const found = permissions(there, keyArn);
  const differences: PolicyDifference[] = [];
  if (there.version !== deployed.version)
    differences.push({ got: `Version ${there.version}`, expected: `Version ${deployed.version}` });
  const extra = blocks(without(found, wanted));
  for (const missing of blocks(without(wanted, found))) {
    const twin = extra.findIndex((block) => block.who === missing.who);
    const [instead] = twin < 0 ? [] : extra.splice(twin, 1);
    differences.push({ got: instead?.text ?? 'no such statement', expected: missing.text });
  }
  for (const { text } of extra)
    differences.push({ got: `beyond it: ${text}`, expected: 'no such statement' });
  return differences;
}

const without = (from: ReadonlyMap<string, Permission>, other: ReadonlyMap<string, unknown>): Permission[] =>
  [...from].filter(([text]) => !other.has(text)).map(([, permission]) => permission);

/** Permissions put together again as a statement would; one line for each principal and condition. */
interface Block {
  /** Equal for blocks about the same principals and resource: one probably took the other's place. */
  readonly who: string;
  readonly text: string;
}

function blocks(all: readonly Permission[]): Block[] {
  const together = groupBy(all, ({ effect, principal, resource, condition }) =>
    JSON.stringify([effect, principal, resource, condition]),
  ).map((group) => ({ ...(group[0] as Permission), actions: group.map(({ action }) => action).sort() }));
  return groupBy(together, ({ effect, actions, resource, condition }) =>
    JSON.stringify([effect, actions, resource, condition]),
  ).map((group) => {
    const { effect, actions, resource, condition } = group[0] as (typeof together)[number];
    const principals = group.map(({ principal }) => principal).sort();
    const lines = [
      `${effect} ${actions.join(', ')}${resource === '*' ? '' : ` on ${resource}`}`,
      ...principals.map((principal) => `to ${principal}`),
      ...(condition === '' ? ['without condition'] : condition.split(' and ').map((one) => `if ${one}`)),
    ];
    return { who: JSON.stringify([effect, principals, resource]), text: lines.join('\n') };
  });
}

function groupBy<T>(items: readonly T[], id: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(id(item), [...(groups.get(id(item)) ?? []), item]);
  return [...groups.values()];
}
