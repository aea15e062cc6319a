import type { Waiver } from '../../config/records/vendor-records-schema.ts';
import { daysBetween } from '../../model/days.ts';
import type { Severity } from '../../model/finding.ts';
import type { GateContext } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { policy, type Rule } from '../rule.ts';
import { rules } from '../rules.ts';

/** Longest a waiver may run, in days. */
const longestDays = 366;

/** A rule about waivers; it also sees which of them covered something. */
export interface WaiverRule extends Rule {
  check(context: GateContext, used?: ReadonlySet<Waiver>): readonly Hit[];
}

function waiverRule(
  id: string,
  title: string,
  severity: Severity,
  test: (
    waiver: Waiver,
    context: GateContext,
    used: ReadonlySet<Waiver>,
  ) => (Omit<Hit, 'path'> & { field?: keyof Waiver }) | undefined,
): WaiverRule {
  return {
    id,
    title,
    severity,
    waivable: false,
    source: policy('exceptions have an owner, an approver and an end'),
    check: (context, used = new Set()) =>
      context.vendor.waivers.flatMap((waiver, index) => {
        const found = test(waiver, context, used);
        if (!found) return [];
        const { field, ...hit } = found;
        return [{ ...hit, path: ['waivers', index, ...(field ? [field] : [])] }];
      }),
  };
}

export const waiverRules: readonly WaiverRule[] = [
  waiverRule('WVR-R01', 'A waiver names a rule that can be waived', 'high', ({ rule }) => {
    const known = rules.find(({ id }) => id === rule);
    // A rule that cannot be waived as a whole may have single facts that can, such as a deny list.
    if (known?.waivable || rule === 'JUR-R08') return undefined;
    return {
      field: 'rule',
      got: known ? `${rule}, which cannot be waived` : `${rule}, which is not a rule`,
      expected: 'a rule that can be waived',
      fix: 'remove the waiver and correct what the rule reports',
    };
  }),
  waiverRule('WVR-R02', 'Nobody approves their own waiver', 'high', ({ owner, approver }) =>
    owner === approver
      ? {
          field: 'approver',
          got: `${approver}, who is the owner`,
          expected: 'another person',
          fix: 'have somebody else decide',
        }
      : undefined,
  ),
  waiverRule('WVR-R03', 'A waiver is in force, and not for long', 'high', (waiver, { asOf }) => {
    if (asOf < waiver.approvedOn || waiver.expiresOn < asOf)
      return {
        field: 'expiresOn',
        got: `in force from ${waiver.approvedOn} to ${waiver.expiresOn}`,
        expected: `in force on ${asOf}`,
        fix: 'remove it, or have it approved again',
      };
    if (daysBetween(waiver.approvedOn, waiver.expiresOn) > longestDays)
      return {
        field: 'expiresOn',
        got: `${daysBetween(waiver.approvedOn, waiver.expiresOn)} days`,
        expected: `at most ${longestDays} days`,
        fix: 'choose an earlier end and decide again then',
      };
    return undefined;
  }),
  waiverRule('WVR-R04', 'A waiver covers something', 'medium', (waiver, _context, used) =>
    used.has(waiver)
      ? undefined
      : {
          got: `a waiver of ${waiver.rule} that covers nothing`,
          expected: 'a finding it covers',
          fix: 'remove it',
        },
  ),
];
