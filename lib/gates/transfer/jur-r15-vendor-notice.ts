import type { Clock, Jurisdiction } from '../../law/jurisdiction-schema.ts';
import type { GateContext } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';

/** A vendor may use a third of the time the firm has, and never more than a day. */
const longestNoticeHours = 24;
const reserve = 3;

export const vendorNotice: Rule = {
  id: 'JUR-R15',
  title: 'The vendor reports a breach early enough for the strictest authority',
  severity: 'high',
  waivable: false,
  source: statute('GDPR Art. 33(1)-(2); CERT-In Directions of 28 April 2022'),
  check: (context) => {
    const { contract } = context.vendor;
    if (!contract) return []; // DUE-R05 asks for it
    return numericClocks(context).flatMap(({ jurisdiction, clock, hours }): Hit[] => {
      const bound = Math.max(1, Math.min(longestNoticeHours, Math.floor(hours / reserve)));
      if (contract.noticeHours <= bound) return [];
      return [
        {
          path: ['contract', 'noticeHours'],
          got: `${contract.noticeHours} hours`,
          expected: `at most ${bound}: ${jurisdiction.code}, ${clock.recipient}, ${clock.duty}`,
          fix: `agree on ${bound} hours or fewer`,
          source: {
            citation: clock.basis,
            asOf: jurisdiction.asOf,
            reviewBy: jurisdiction.reviewBy,
            confidence: clock.confidence,
          },
        },
      ];
    });
  },
};

interface NumericClock {
  readonly jurisdiction: Jurisdiction;
  readonly clock: Clock;
  readonly hours: number;
}

/** The strictest clock of each confidence; one sure clock hides the laxer sure ones. */
function numericClocks({ vendor, law, asOf }: GateContext): NumericClock[] {
  const laws = [...new Set(vendor.matters.flatMap((matter) => law.lawsOf(matter)))];
  const clocks = laws.flatMap((jurisdiction) =>
    jurisdiction.clocks
      .filter(
        ({ toAuthority, force, effectiveFrom }) =>
          toAuthority && force === 'law' && (effectiveFrom ?? '') <= asOf,
      )
      .map((clock) => ({ jurisdiction, clock, hours: hoursOf(clock) }))
      .filter(({ hours }) => hours !== undefined),
  ) as NumericClock[];
  const strictest = (some: NumericClock[]): NumericClock[] =>
    some
      .sort((a, b) => a.hours - b.hours || (a.jurisdiction.code < b.jurisdiction.code ? -1 : 1))
      .slice(0, 1);
  return [
    ...strictest(clocks.filter(({ clock }) => clock.confidence !== 'L')),
    ...strictest(clocks.filter(({ clock }) => clock.confidence === 'L')),
  ];
}

/** Business days are counted as if none were a holiday, which is the strict reading. */
function hoursOf(clock: Clock): number | undefined {
  if (clock.hours !== undefined) return clock.hours;
  const days = clock.calendarDays ?? clock.businessDays;
  return days === undefined ? undefined : days * 24;
}
