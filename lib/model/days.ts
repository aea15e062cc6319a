import { keep } from './keep.ts';

export const millisecondsAnHour = 3_600_000;
export const millisecondsADay = 24 * millisecondsAnHour;

/** Whole days from one ISO date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((instantOf(to) - instantOf(from)) / millisecondsADay);

const instants = new Map<string, number>();

/** The same few dates stand in many records, and are looked at for each day of years. */
const instantOf = (date: string): number => keep(instants, date, () => Date.parse(date));

/** The ISO date some days later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * millisecondsADay).toISOString().slice(0, 10);

const following = new Map<string, string>();

/** The next ISO date. Whoever walks through years of days for hundreds of people asks for the same ones. */
export const dayAfter = (date: string): string => keep(following, date, () => addDays(date, 1));

/** The instant some hours later. */
export const addHours = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * millisecondsAnHour).toISOString();

/** The earlier of two ISO dates. */
export const earlier = (a: string, b: string): string => (a.localeCompare(b) <= 0 ? a : b);
