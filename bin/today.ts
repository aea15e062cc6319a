/** The only clock of the program; everything below bin takes the date as a parameter. */
export const today = (): string => new Date().toISOString().slice(0, 10);
