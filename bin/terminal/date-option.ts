import { unusableOption } from '../../lib/model/unusable-option.ts';

/**
 * A calendar date from the command line.
 *
 * @throws UnusableInputError unless it is a day that exists, as YYYY-MM-DD
 */
export function dateOption(name: string, value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(value)
  )
    return value;
  throw unusableOption(name, value, 'a calendar date such as 2027-06-30');
}

/**
 * A point in time from the command line, as ISO in UTC; a calendar date stands for its end.
 *
 * @throws UnusableInputError for anything else
 */
export function timeOption(name: string, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return `${dateOption(name, value)}T23:59:59.999Z`;
  const time = new Date(value);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(value) && !Number.isNaN(time.getTime()))
    return time.toISOString();
  throw unusableOption(name, value, 'a day such as 2027-06-30 or a time such as 2027-06-30T12:00:00Z');
}

/** Values of an option that may be repeated; so it never takes an argument that comes after it. */
export const repeated = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Days from `30d`, `4w` or a plain number. */
export function daysOption(name: string, value: string): number {
  const match = /^(\d{1,4})([dw]?)$/.exec(value);
  const days = match ? Number(match[1]) * (match[2] === 'w' ? 7 : 1) : Number.NaN;
  if (days >= 1 && days <= 3660) return days;
  throw unusableOption(name, value, 'a number of days such as 30d or 8w, at most ten years');
}
