import { asText } from '../../model/as-text.ts';
import type { Finding, NamedPlace } from '../../model/finding.ts';
import { tagKeys } from '../../model/tag-keys.ts';
import type { ExpectedKey, KeyGrant, LiveKey } from './key-settings.ts';
import { policyDifferences } from './policy-differences.ts';
import { permissions, readKeyPolicy } from './policy-permissions.ts';

/** Finding about a setting of a live key, by its alias. */
export type KeyFinding = Finding<Required<NamedPlace>>;

/** A way in which a live key is not the key of the assembly. */
export const keyDifference = (
  alias: string,
  property: string,
  got: string,
  expected: string,
): KeyFinding => ({
  code: 'KEY-DIFFERS',
  severity: 'high',
  source: 'Key',
  where: { name: alias, property },
  got,
  expected,
  fix: 'find out who changed the live key, and deploy the assembly again',
});

/**
 * Compares a live key with the one its assembly describes.
 *
 * A grant is a difference unless the expected policy lets someone create grants and an AWS service holds it.
 * A legal hold the templates don't know is none: only the records officer sets it.
 *
 * @param live undefined when KMS knows no key by this alias.
 */
export function keyDifferences(expected: ExpectedKey, live: LiveKey | undefined): KeyFinding[] {
  const { alias } = expected;
  if (!live) return [keyDifference(alias, 'key', 'no key by this alias', `${expected.state} key`)];
  const found: KeyFinding[] = [];
  const compare = (property: string, got: unknown, wanted: unknown) => {
    if (got !== wanted) found.push(keyDifference(alias, property, asText(got), asText(wanted)));
  };
  const state = live.deletionDate ? `${live.state}, gone on ${live.deletionDate}` : live.state;
  compare('state', state, expected.state);
  compare('origin', live.origin, expected.origin);
  compare('spec', live.spec, expected.spec);
  compare('usage', live.usage, expected.usage);
  compare('multi-Region', live.multiRegion, expected.multiRegion);
  // KMS answers "not rotated" for a dying key, and nothing for another kind of key: no second difference.
  if (live.state !== 'PendingDeletion' && live.spec === expected.spec)
    compare('rotation', live.rotation.status, expected.rotation.status);
  if (live.rotation.status === 'enabled' && expected.rotation.status === 'enabled')
    compare('rotation period', days(live.rotation.periodDays), days(expected.rotation.periodDays));
  for (const { got, expected: wanted } of policyDifferences(live.policy, expected.policy, live.arn))
    found.push(keyDifference(alias, 'policy', got, wanted));
  for (const grant of live.grants.filter((one) => !isAllowed(one, expected)))
    found.push(keyDifference(alias, 'grant', describe(grant), 'no such grant'));
  for (const tag of tagNames(live, expected))
    compare(`tag ${tag}`, live.tags[tag] ?? 'absent', expected.tags[tag] ?? 'absent');
  return found;
}

function tagNames(live: LiveKey, expected: ExpectedKey): string[] {
  const names = new Set([...Object.keys(live.tags), ...Object.keys(expected.tags)]);
  // CloudFormation writes its own tags; nobody else can use the prefix.
  return [...names]
    .filter((name) => !name.startsWith('aws:'))
    .filter((name) => name !== tagKeys.legalHold || name in expected.tags)
    .sort();
}

function isAllowed(grant: KeyGrant, expected: ExpectedKey): boolean {
  const mayGrant = [...permissions(readKeyPolicy(expected.policy)).values()].some(
    ({ effect, action, condition }) =>
      effect === 'Allow' &&
      action === 'kms:creategrant' &&
      condition.includes('bool kms:grantisforawsresource = true'),
  );
  return mayGrant && grant.grantee.endsWith('.amazonaws.com');
}

const describe = (grant: KeyGrant): string =>
  `${grant.id.slice(0, 12)} to ${grant.grantee} by ${grant.issuer}: ${grant.operations.join(', ')}`;

const days = (period: number | undefined): string => (period === undefined ? 'unknown' : `${period} days`);
