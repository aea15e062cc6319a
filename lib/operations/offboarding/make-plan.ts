import type { Finding } from '../../model/finding.ts';
import { blockers } from './blockers.ts';
import { type Engagement, endingMatters } from './engagement.ts';
import { keyBlockers } from './key-blockers.ts';
import type { OffboardingPlan, Remainder, ShredKey } from './offboarding-plan.ts';
import { keptElsewhere, shredVerdict } from './shred-verdict.ts';

/** KMS's longest window, and three days in which a weekly job is not seen but a daily one is. */
const windowDays = 30;
const quietHours = 72;

/** Plan of an offboarding: what would be destroyed, what would remain, what blocks it. Changes nothing. */
export function makePlan(engagement: Engagement): {
  plan: OffboardingPlan;
  blockers: readonly Finding[];
} {
  const keys: ShredKey[] = [];
  const remains: Remainder[] = [];
  const problems: Finding[] = blockers(engagement);
  for (const { expected, live } of engagement.pairs) {
    const verdict = shredVerdict(engagement, expected);
    if (!live) remains.push({ what: `nothing of ${expected.alias}`, why: 'its key is gone', copies: false });
    else if (!('protects' in verdict)) remains.push({ what: expected.alias, ...verdict });
    else {
      keys.push({ alias: expected.alias, arn: live.arn, region: live.region, protects: verdict.protects });
      problems.push(...keyBlockers(live, expected));
    }
  }
  remains.push(...engagement.elsewhere.map((alias) => keptElsewhere(engagement, alias)), ...outsideKms);
  const { vendor, account, matter = '' } = engagement;
  const returns = endingMatters(engagement).map(({ id }) => ({ matter: id, what: receipt(engagement, id) }));
  return {
    plan: { vendor, matter, account, windowDays, quietHours, keys, returns, remains },
    blockers: problems,
  };
}

function receipt({ register }: Engagement, id: string): string {
  const end = register.ended.find(({ matter }) => matter === id);
  if (end?.returned)
    return `returned to ${end.returned.to} on ${end.returned.on}, receipt ${end.returned.manifest}`;
  if (end?.nothingToReturn)
    return `nothing to return: ${end.nothingToReturn.reason} (${end.nothingToReturn.approver})`;
  return 'no receipt';
}

const outsideKms: Remainder[] = [
  {
    what: 'encrypted objects',
    why: 'unreadable without their key; their bucket expires them by its lifecycle',
    copies: false,
  },
  { what: 'what people saw or wrote down', why: 'no key reaches it', copies: false },
];
