const millisecondsADay = 86_400_000;

/** Whole days from one ISO date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / millisecondsADay);

/** The ISO date some days later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * millisecondsADay).toISOString().slice(0, 10);

/** The earlier of two ISO dates. */
export const earlier = (a: string, b: string): string => (a.localeCompare(b) <= 0 ? a : b);
