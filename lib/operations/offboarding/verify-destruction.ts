import { millisecondsADay } from '../../model/days.ts';
import type { Finding } from '../../model/finding.ts';
import { isUnderLegalHold } from '../keys/key-settings.ts';
import type { KeySource } from '../keys/key-source.ts';
import { blocker } from './blockers.ts';
import type { OffboardingPlan, ShredKey } from './offboarding-plan.ts';
import type { OffboardingJournal } from './offboarding-procedure.ts';

export interface KeyFate {
  readonly key: ShredKey;
  /** `other`: neither, see the findings. */
  readonly fate: 'gone' | 'deletion pending' | 'other';
  /** ISO 8601; when KMS deletes or deleted it, as the journal has it. */
  readonly deletionDate: string;
}

export interface Destruction {
  readonly fates: readonly KeyFate[];
  readonly findings: readonly Finding[];
}

/** KMS deletes within a day of the date it announced. */
const graceMs = millisecondsADay;

/** Verification of every key of a plan against what its journal says. Reads only. */
export async function verifyDestruction(
  plan: OffboardingPlan,
  journal: OffboardingJournal,
  keys: KeySource,
  now: string,
): Promise<Destruction> {
  const fates: KeyFate[] = [];
  const findings: Finding[] = [];
  const find = (key: ShredKey, code: string, got: string, expected: string, fix: string) =>
    findings.push(blocker(code, key.alias, got, expected, { fix }));
  if (!journal.find('all-scheduled'))
    findings.push(
      blocker('OFF-INCOMPLETE', plan.vendor, 'an offboarding under way', 'every deletion scheduled', {
        fix: 'go on with npx lpo offboard execute',
      }),
    );
  for (const key of plan.keys) {
    const live = await keys.readKey(key.region, key.arn);
    const date = journal.find('deletion-scheduled', key.arn)?.detail.deletionDate;
    const deletionDate = typeof date === 'string' ? date : 'never scheduled';
    const due = Date.parse(deletionDate);
    const pending = live?.state === 'PendingDeletion';
    fates.push({ key, deletionDate, fate: !live ? 'gone' : pending ? 'deletion pending' : 'other' });
    if (!live && !(due <= Date.parse(now)))
      find(
        key,
        'OFF-GONE',
        `gone, ${deletionDate}`,
        'deleted on its date',
        'look for DeleteKey in the trail',
      );
    if (live && !pending && Number.isFinite(due))
      find(key, 'OFF-CANCELLED', live.state, 'PendingDeletion', 'find out who cancelled the deletion');
    if (live && !pending && !Number.isFinite(due))
      find(key, 'OFF-NOT-SCHEDULED', live.state, 'PendingDeletion', 'npx lpo offboard execute');
    if (pending && live.deletionDate !== deletionDate)
      find(key, 'OFF-DATE', live.deletionDate ?? 'no date', deletionDate, 'find out who rescheduled it');
    if (pending && due + graceMs < Date.parse(now))
      find(key, 'OFF-OVERDUE', `pending since before ${deletionDate}`, 'gone', 'ask AWS Support');
    if (live && isUnderLegalHold(live))
      find(
        key,
        'OFF-HOLD',
        `legal hold, ${live.state}`,
        'no hold',
        `aws kms cancel-key-deletion --key-id ${key.arn}`,
      );
  }
  return { fates, findings };
}
