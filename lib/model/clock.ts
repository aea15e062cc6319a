/** The only clock of the program: everything else takes the time as a parameter, and the linter holds it to that. */
export const clock = (): Date => new Date();

/** This instant, ISO 8601 in UTC. */
export const now = (): string => clock().toISOString();

/** This day in UTC, YYYY-MM-DD. */
export const today = (): string => now().slice(0, 10);
