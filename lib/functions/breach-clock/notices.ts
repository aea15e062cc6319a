import type { BreachDuty } from '../../model/breach-duty.ts';
import { addHours } from '../../model/days.ts';
import { deadline } from './deadline.ts';

/**
 * A warning to come. Executions hold these for months, across deployments: a field may be added, none may
 * change its meaning.
 */
export interface Notice {
  readonly incident: string;
  readonly duty: string;
  /** Moment it goes out, ISO 8601 UTC. */
  readonly at: string;
}

/** A third, two thirds and eleven twelfths of the way: 24, 48 and 66 hours of 72. Then the deadline itself. */
const fractions = [0, 1 / 3, 2 / 3, 11 / 12, 1] as const;

/** Every warning of one incident, the earliest first. */
export function notices(incident: string, awareAt: string, duties: readonly BreachDuty[]): readonly Notice[] {
  return duties
    .flatMap((duty) => {
      const start = Date.parse(awareAt);
      const whole = deadline(awareAt, duty.period).getTime() - start;
      return fractions.map((fraction) => ({
        incident,
        duty: duty.id,
        at: new Date(start + fraction * whole).toISOString(),
      }));
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.duty < b.duty ? -1 : 1));
}

/** Duties in force when the firm became aware; somewhere on earth the day begins 14 hours before UTC's. */
export const dutiesInForce = (awareAt: string, duties: readonly BreachDuty[]): readonly BreachDuty[] => {
  const today = addHours(awareAt, 14).slice(0, 10);
  return duties.filter(({ effectiveFrom }) => (effectiveFrom ?? '') <= today);
};
