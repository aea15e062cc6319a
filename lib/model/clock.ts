/** The only clock of the program; everything below bin takes the time as a parameter. */
export const now = (): string => new Date().toISOString();

export const today = (): string => now().slice(0, 10);
