import { addDays } from '../../model/days.ts';
import { zones } from '../../model/engagement.ts';
import { keyAlias, matterZone, vendorRoleName } from '../../model/names.ts';
import type { ExpectedKey } from '../keys/key-settings.ts';
import { permissions, readKeyPolicy } from '../keys/policy-permissions.ts';
import type { Engagement } from './engagement.ts';
import type { Remainder } from './offboarding-plan.ts';

/**
 * True where a key is on the shred list: its matter's, or with the whole vendor everything whose time has come.
 *
 * A key whose policy names no key custodian cannot be destroyed by anyone; it remains.
 */
export function shredVerdict(
  engagement: Engagement,
  expected: ExpectedKey,
): { protects: string } | Omit<Remainder, 'what'> {
  const purpose = purposeOf(engagement, expected.alias);
  const documents = documentsUnder(engagement, purpose);
  if (engagement.matter !== undefined && documents?.matter !== engagement.matter)
    return documents
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
  return { protects: documents?.name ?? contents[purpose] ?? `what was kept under ${purpose}` };
}

/** The documents a key of that purpose protects, of whichever matter and zone; undefined for a shared key. */
function documentsUnder(
  { matters }: Engagement,
  purpose: string,
): { matter: string; name: string } | undefined {
  for (const { id } of matters)
    for (const zone of zones)
      if (matterZone(id, zone) === purpose)
        return { matter: id, name: `${zone === 'documents' ? '' : `${zone} `}documents of matter ${id}` };
  return undefined;
}

const contents: Readonly<Record<string, string>> = {
  logs: 'log groups in the vendor account',
  backup: 'recovery points in the vendor account',
};

const isLog = (purpose: string): boolean => /^(logs|log-archive|.*-log-group)$/.test(purpose);

const purposeOf = ({ vendor }: Engagement, alias: string): string => alias.slice(keyAlias(vendor, '').length);

function hasCustodian({ vendor }: Engagement, { policy }: ExpectedKey): boolean {
  const role = `:role/${vendorRoleName(vendor, 'key-custodian')}`;
  return [...permissions(readKeyPolicy(policy)).values()].some(
    ({ effect, principal, action }) =>
      effect === 'Allow' && principal.endsWith(role) && action === 'kms:schedulekeydeletion',
  );
}

/** Keys of the log archive and the backup account: no custodian of this vendor reaches them. */
export function keptElsewhere(engagement: Engagement, alias: string): Remainder {
  return isLog(purposeOf(engagement, alias))
    ? { what: alias, why: 'keeps the record of what was done here, for its own period', copies: false }
    : { what: alias, why: 'in another account, until what it protects expires there', copies: true };
}

function logsDue({ register, matters, logRetentionDays }: Engagement): string | undefined {
  const closed = matters.map(({ id }) => register.ended.find(({ matter }) => matter === id)?.closed);
  if (closed.some((date) => date === undefined)) return undefined;
  return addDays((closed as string[]).sort().at(-1) as string, logRetentionDays);
}
