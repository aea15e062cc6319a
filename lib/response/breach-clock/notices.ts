import type { BreachDuty } from '../../model/breach-duty';
import { deadline } from './deadline';

/** One warning to the owner of one duty. */
export interface Notice {
  readonly incident: string;
  readonly duty: string;
  /** When it goes out, ISO 8601 UTC. */
  readonly at: string;
  readonly subject: string;
  readonly text: string;
}

/** A third, two thirds and eleven twelfths of the way: 24, 48 and 66 hours of 72. Then the deadline itself. */
const fractions = [0, 1 / 3, 2 / 3, 11 / 12, 1] as const;

/** Every warning of one incident, the earliest first. They hold ids, never the name of a client or a person. */
export function notices(incident: string, awareAt: string, duties: readonly BreachDuty[]): readonly Notice[] {
  return duties
    .flatMap((duty) => {
      const due = deadline(awareAt, duty.period);
      const start = Date.parse(awareAt);
      return fractions.map((fraction) => {
        const at = new Date(start + fraction * (due.getTime() - start));
        const left = (due.getTime() - at.getTime()) / 3_600_000;
        return {
          incident,
          duty: duty.id,
          at: at.toISOString(),
          subject: `${incident} ${duty.id}: ${left === 0 ? 'DUE NOW' : `${hours(left)} left`}`,
          text: text(incident, awareAt, duty, due, left),
        };
      });
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.duty < b.duty ? -1 : 1));
}

function text(incident: string, awareAt: string, duty: BreachDuty, due: Date, left: number): string {
  return [
    `Incident ${incident}, aware since ${awareAt}.`,
    `${duty.law}: tell ${duty.recipient} ${inWords(duty)}.`,
    `Deadline ${due.toISOString()} UTC, ${left === 0 ? 'now' : `in ${hours(left)}`}.`,
    `Owner ${duty.owner}. Notice template ${duty.template}. Local counsel ${duty.counsel}, see the crisis plan.`,
    'Computed by the strictest reading; not legal advice.',
  ].join('\n');
}

function inWords({ period }: BreachDuty): string {
  if ('hours' in period) return `within ${period.hours} hours`;
  if ('calendarDays' in period) return `within ${period.calendarDays} calendar days`;
  if ('businessDays' in period)
    return `within ${period.businessDays} business days${period.holidays ? '' : ' (holidays not considered)'}`;
  return `${period.words}; the law names no number, the firm's target is ${period.targetHours} hours`;
}

const hours = (count: number): string => `${Math.round(count * 10) / 10} h`;
