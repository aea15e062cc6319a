import { zones } from '../model/engagement';
import { keyAlias, matterZone } from '../model/names';
import type { Problem } from '../model/problem';
import { blockers } from './blockers';
import { daysAfter } from './calendar';
import { type Engagement, endingMatters } from './engagement';
import { keyBlockers } from './key-blockers';
import type { OffboardingPlan, Remainder, ShredKey } from './offboarding-plan';

/** KMS's longest window, and three days in which a weekly job is not seen but a daily one is. */
const windowDays = 30;
const quietHours = 72;

/** What would be destroyed, what would remain, and what stands in the way. Changes nothing. */
export function makePlan(engagement: Engagement): {
  plan: OffboardingPlan;
  blockers: readonly Problem[];
} {
  const keys: ShredKey[] = [];
  const remains: Remainder[] = [];
  const problems: Problem[] = blockers(engagement);
  for (const { expected, live } of engagement.pairs) {
    const verdict = judge(engagement, expected.alias);
    if (!('protects' in verdict)) remains.push({ what: expected.alias, why: verdict.why });
    else if (!live) remains.push({ what: `nothing of ${expected.alias}`, why: 'its key is already gone' });
    else {
      keys.push({ alias: expected.alias, arn: live.arn, region: live.region, protects: verdict.protects });
      problems.push(...keyBlockers(live, expected));
    }
  }
  for (const alias of engagement.elsewhere)
    remains.push({ what: alias, why: 'in another account, which keeps the record of what was done here' });
  remains.push(...(engagement.matter ? backups : []), ...outsideKms);
  const { vendor, account, matter = '' } = engagement;
  const returns = endingMatters(engagement).map(({ id }) => ({ matter: id, what: receipt(engagement, id) }));
  return {
    plan: { vendor, matter, account, windowDays, quietHours, keys, returns, remains },
    blockers: problems,
  };
}

/** Whether a key is on the shred list: its matter's, or with the whole vendor everything whose time has come. */
function judge(engagement: Engagement, alias: string): { protects: string } | { why: string } {
  const purpose = alias.slice(keyAlias(engagement.vendor, '').length);
  const matter = engagement.matters.find(({ id }) => zones.some((zone) => matterZone(id, zone) === purpose));
  const protects = matter && `${matter.id === purpose ? '' : 'privileged '}documents of matter ${matter.id}`;
  if (engagement.matter !== undefined)
    return protects && matter.id === engagement.matter
      ? { protects }
      : { why: matter ? 'another matter' : 'shared by matters that go on' };
  if (protects) return { protects };
  if (purpose !== 'logs') return { protects: `what the vendor kept under ${purpose}` };
  const due = logsDue(engagement);
  return due !== undefined && due <= engagement.today
    ? { protects: 'log groups in the vendor account' }
    : {
        why: `logs are kept ${engagement.logRetentionDays} days after the last matter${due ? `, until ${due}` : ''}`,
      };
}

function logsDue({ register, matters, logRetentionDays }: Engagement): string | undefined {
  const closed = matters.map(({ id }) => register.ended.find(({ matter }) => matter === id)?.closed);
  if (closed.some((date) => date === undefined)) return undefined;
  return daysAfter((closed as string[]).sort().at(-1) as string, logRetentionDays);
}

function receipt({ register }: Engagement, id: string): string {
  const end = register.ended.find(({ matter }) => matter === id);
  if (end?.returned)
    return `returned to ${end.returned.to} on ${end.returned.on}, receipt ${end.returned.manifest}`;
  if (end?.nothingToReturn)
    return `nothing to return: ${end.nothingToReturn.reason} (${end.nothingToReturn.approver})`;
  return 'no receipt';
}

const backups: Remainder[] = [
  {
    what: 'recovery points of the matter',
    why: 'the backup vault has a key of its own, shared by the vendor’s matters; they expire with their lifecycle',
  },
];

const outsideKms: Remainder[] = [
  {
    what: 'encrypted objects',
    why: 'unreadable without their key; their bucket expires them by its lifecycle',
  },
  { what: 'trail, access logs, evidence', why: 'kept in the log archive for its own period' },
  { what: 'what people saw or wrote down', why: 'no key reaches it' },
];
