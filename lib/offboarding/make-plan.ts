import type { ExpectedKey } from '../custody/key-settings';
import { permissions } from '../custody/policy-permissions';
import { zones } from '../model/engagement';
import { keyAlias, matterZone, vendorRoleName } from '../model/names';
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
    const verdict = judge(engagement, expected);
    if (!live) remains.push({ what: `nothing of ${expected.alias}`, why: 'its key is gone', copies: false });
    else if (!('protects' in verdict)) remains.push({ what: expected.alias, ...verdict });
    else {
      keys.push({ alias: expected.alias, arn: live.arn, region: live.region, protects: verdict.protects });
      problems.push(...keyBlockers(live, expected));
    }
  }
  remains.push(...engagement.elsewhere.map((alias) => elsewhere(engagement, alias)), ...outsideKms);
  const { vendor, account, matter = '' } = engagement;
  const returns = endingMatters(engagement).map(({ id }) => ({ matter: id, what: receipt(engagement, id) }));
  return {
    plan: { vendor, matter, account, windowDays, quietHours, keys, returns, remains },
    blockers: problems,
  };
}

/**
 * Whether a key is on the shred list: its matter's, or with the whole vendor everything whose time has come.
 *
 * A key whose policy names no key custodian cannot be destroyed by anyone; it remains.
 */
function judge(
  engagement: Engagement,
  expected: ExpectedKey,
): { protects: string } | Omit<Remainder, 'what'> {
  const purpose = purposeOf(engagement, expected.alias);
  const matter = engagement.matters.find(({ id }) => zones.some((zone) => matterZone(id, zone) === purpose));
  if (engagement.matter !== undefined && matter?.id !== engagement.matter)
    return matter
      ? { why: 'another matter', copies: false }
      : {
          why: 'shared by matters that go on; what it protects expires by its lifecycle',
          copies: !isLog(purpose),
        };
  if (isLog(purpose)) {
    const due = logsDue(engagement);
    if (due === undefined || due > engagement.today) {
      const until = due ? `, until ${due}` : '';
      const days = engagement.logRetentionDays;
      return { why: `logs are kept ${days} days after the last matter${until}`, copies: false };
    }
  }
  if (!hasCustodian(engagement, expected))
    return {
      why: 'its policy lets nobody destroy it; what it protects expires by its lifecycle',
      copies: !isLog(purpose),
    };
  return {
    protects: matter
      ? `${matter.id === purpose ? '' : 'privileged '}documents of matter ${matter.id}`
      : (contents[purpose] ?? `what was kept under ${purpose}`),
  };
}

const contents: Readonly<Record<string, string>> = {
  logs: 'log groups in the vendor account',
  backup: 'recovery points in the vendor account',
};

const isLog = (purpose: string): boolean => /^(logs|log-archive|.*-log-group)$/.test(purpose);

const purposeOf = ({ vendor }: Engagement, alias: string): string => alias.slice(keyAlias(vendor, '').length);

function hasCustodian({ vendor }: Engagement, { policy }: ExpectedKey): boolean {
  const role = `:role/${vendorRoleName(vendor, 'key-custodian')}`;
  return [...permissions(policy).values()].some(
    ({ effect, principal, action }) =>
      effect === 'Allow' && principal.endsWith(role) && action === 'kms:schedulekeydeletion',
  );
}

/** Keys of the log archive and the backup account: no custodian of this vendor reaches them. */
function elsewhere(engagement: Engagement, alias: string): Remainder {
  return isLog(purposeOf(engagement, alias))
    ? { what: alias, why: 'keeps the record of what was done here, for its own period', copies: false }
    : { what: alias, why: 'in another account, until what it protects expires there', copies: true };
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

const outsideKms: Remainder[] = [
  {
    what: 'encrypted objects',
    why: 'unreadable without their key; their bucket expires them by its lifecycle',
    copies: false,
  },
  { what: 'what people saw or wrote down', why: 'no key reaches it', copies: false },
];
