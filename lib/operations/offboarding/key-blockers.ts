import type { Finding } from '../../model/finding.ts';
import { tagKeys } from '../../model/tag-keys.ts';
import { keyDifferences } from '../keys/key-differences.ts';
import { type ExpectedKey, isUnderLegalHold, type LiveKey } from '../keys/key-settings.ts';
import { blocker } from './blockers.ts';

/** Settings that tell one key from another; a difference here means an alias leads to the wrong key. */
const identity = new Set([
  'origin',
  'spec',
  'usage',
  'multi-Region',
  `tag ${tagKeys.vendor}`,
  `tag ${tagKeys.matter}`,
]);

/** Why a key must not be touched: a hold on the key itself, or it is not the key of the template. */
export function keyBlockers(live: LiveKey, expected?: ExpectedKey): Finding[] {
  const place = expected?.alias ?? live.arn;
  const hold = isUnderLegalHold(live)
    ? [
        blocker('OFF-HOLD', place, `legal hold on the key, which is ${live.state}`, 'no hold', {
          fix:
            live.state === 'PendingDeletion'
              ? `cancel its deletion now: aws kms cancel-key-deletion --key-id ${live.arn}`
              : 'wait until the records officer releases it',
        }),
      ]
    : [];
  const wrongKey = (expected ? keyDifferences(expected, live) : [])
    .filter(({ where }) => identity.has(where.property))
    .map(({ where, got, expected: wanted }) =>
      blocker('OFF-WRONG-KEY', place, `${where.property} ${got}`, wanted, {
        fix: 'find out which key this is: npx lpo keys verify',
      }),
    );
  return [...hold, ...wrongKey];
}
