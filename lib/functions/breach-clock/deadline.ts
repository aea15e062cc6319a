import type { BusinessCalendar, Period } from '../../model/breach-duty.ts';
import { millisecondsADay, millisecondsAnHour } from '../../model/days.ts';

/**
 * The last moment to tell somebody, in UTC, by the strictest reading: a day is 24 hours from the moment of
 * awareness, never "until midnight", and a business day ends at the hour at which the clock started. Where
 * nobody knows which days are business days, every day is one.
 *
 * @throws Error for a time that is none and for a period that is not a positive whole number.
 */
export function deadline(awareAt: string, period: Period): Date {
  const start = Date.parse(awareAt);
  if (Number.isNaN(start) || !awareAt.endsWith('Z'))
    throw new Error(
      `awareAt: got ${JSON.stringify(awareAt)}, expected a UTC time such as 2026-06-15T10:00:00Z`,
    );
  if ('businessDays' in period) {
    const days = count(period.businessDays);
    return period.calendar
      ? businessDays(start, days, period.calendar)
      : new Date(start + days * millisecondsADay);
  }
  if ('calendarDays' in period) return new Date(start + count(period.calendarDays) * millisecondsADay);
  return new Date(start + count('hours' in period ? period.hours : period.targetHours) * millisecondsAnHour);
}

function businessDays(start: number, days: number, calendar: BusinessCalendar): Date {
  const { timeZone, weekend, holidays } = calendar;
  if (new Set(weekend).size > 3) throw new Error(`weekend: got ${weekend.length} days, expected at most 3`);
  const dateThere = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  let time = start;
  for (let left = days; left > 0; ) {
    time += millisecondsADay;
    const date = dateThere.format(time);
    if (!weekend.includes(new Date(date).getUTCDay()) && !holidays.includes(date)) left -= 1;
  }
  return new Date(time);
}

function count(value: number): number {
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`period: got ${value}, expected a positive whole number`);
  return value;
}
