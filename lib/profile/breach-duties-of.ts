import type { Matter, Vendor } from '../config/vendor-schema.ts';
import { type Clock, type Jurisdiction, weekdays } from '../law/jurisdiction-schema.ts';
import { countryOf, type LawIndex } from '../law/law-index.ts';
import type { BreachDuty, Period } from '../model/breach-duty.ts';
import { by } from '../model/order.ts';

/** Hours to notify where a law has no number and the firm no target of its own. */
const defaultTargetHours = 72;

/**
 * Whom a breach at this vendor obliges the firm to tell, under every law that touches one of its matters.
 *
 * Errs on the side of warning: a condition is printed, not judged; guidance and unchecked sources count and
 * say what they are; a duty not yet in force carries its day. Drafts are left out: nobody owes them.
 */
export function breachDutiesOf(vendor: Vendor, law: LawIndex): readonly BreachDuty[] {
  const laws = new Map<Jurisdiction, Matter[]>();
  for (const matter of vendor.matters)
    for (const each of law.lawsOf(matter)) laws.set(each, [...(laws.get(each) ?? []), matter]);
  return [...laws]
    .flatMap(([each, matters]) =>
      each.clocks
        .filter(({ force }) => force !== 'draft')
        .map((clock) => duty(vendor, law, each, clock, matters)),
    )
    .sort(by(({ id }) => id));
}

function duty(
  vendor: Vendor,
  index: LawIndex,
  law: Jurisdiction,
  clock: Clock,
  matters: Matter[],
): BreachDuty {
  const plan = vendor.crisisPlan;
  const notice = plan?.notices.find(({ laws }) => laws.includes(law.code));
  const countries = countriesOf(index, law, matters);
  return {
    id: dutyId(law.code, clock.recipient),
    law: `${law.code} ${clock.basis}`,
    recipient: clock.recipient,
    period: periodOf(vendor, law, clock),
    words: clock.duty,
    matters: matters.map(({ id }) => id),
    owner: notice?.owner ?? vendor.owner,
    counsel: (plan?.counsel ?? [])
      .filter((counsel) => counsel.countries.some((code) => countries.has(countryOf(code))))
      .map(({ id }) => id),
    ...(notice && { template: notice.template }),
    ...(plan && { plan: plan.id }),
    ...(clock.condition && { condition: clock.condition }),
    ...(clock.effectiveFrom && { effectiveFrom: clock.effectiveFrom }),
    ...caveat(clock),
  };
}

function periodOf(vendor: Vendor, law: Jurisdiction, clock: Clock): Period {
  if (clock.hours !== undefined) return { hours: clock.hours };
  if (clock.calendarDays !== undefined) return { calendarDays: clock.calendarDays };
  if (clock.businessDays !== undefined) {
    const known = law.businessDays;
    // An unchecked calendar must not make a deadline later.
    if (!known || known.confidence === 'L') return { businessDays: clock.businessDays };
    const { timeZone, weekend, holidays } = known;
    const calendar = { timeZone, weekend: weekend.map((day) => weekdays.indexOf(day)), holidays };
    return { businessDays: clock.businessDays, calendar };
  }
  const own = vendor.crisisPlan?.internalTargetHours ?? defaultTargetHours;
  // What the vendor owes the firm is in the contract.
  const agreed = clock.role === 'processor' ? vendor.contract?.noticeHours : undefined;
  return { targetHours: Math.min(own, agreed ?? own) };
}

function caveat({ confidence, force }: Clock): { caveat?: string } {
  const faults = [
    ...(force === 'guidance' ? ['guidance, not statute'] : []),
    ...(confidence === 'L' ? ['from an unchecked source'] : []),
  ];
  return faults.length > 0 ? { caveat: faults.join('; ') } : {};
}

/** Countries of the matters' places that this law speaks for; an overlay, for its whole territory. */
export function countriesOf(index: LawIndex, law: Jurisdiction, matters: readonly Matter[]): Set<string> {
  const places = matters.flatMap(({ origins, accessCountries }) => [...origins, ...accessCountries]);
  const within = (place: string): boolean =>
    law.kind === 'overlay' ? index.territory(place) === law.territory : index.of(place) === law;
  return new Set(places.filter(within).map(countryOf));
}

/** `GB`, `data subjects`: `GB-data-subjects`; whole words up to 40 characters. */
function dutyId(code: string, recipient: string): string {
  const words = recipient.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let slug = code;
  for (const word of words) {
    if (slug.length + word.length > 40) break;
    slug += `-${word}`;
  }
  return slug;
}
