import type { Period } from '../../model/breach-duty';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The last moment to tell somebody, in UTC, by the strictest reading: a day is 24 hours from the moment of
 * awareness, never "until midnight", and a business day ends at the hour at which the clock started.
 *
 * @throws Error for a time that is none and for a period that is not a positive whole number.
 */
export function deadline(awareAt: string, period: Period): Date {
  const start = Date.parse(awareAt);
  if (Number.isNaN(start) || !awareAt.endsWith('Z'))
    throw new Error(
      `awareAt: got ${JSON.stringify(awareAt)}, expected a UTC time such as 2026-06-15T10:00:00Z`,
    );
  if ('businessDays' in period) return businessDays(start, count(period.businessDays), period.holidays ?? []);
  if ('calendarDays' in period) return new Date(start + count(period.calendarDays) * dayMs);
  return new Date(start + count('hours' in period ? period.hours : period.targetHours) * hourMs);
}

function businessDays(start: number, days: number, holidays: readonly string[]): Date {
  let time = start;
  for (let left = days; left > 0; ) {
    time += dayMs;
    const day = new Date(time);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (!weekend && !holidays.includes(day.toISOString().slice(0, 10))) left -= 1;
  }
  return new Date(time);
}

function count(value: number): number {
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`period: got ${value}, expected a positive whole number`);
  return value;
}
