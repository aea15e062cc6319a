/** A whole number with commas between the thousands. */
export const thousands = (number: number): string => number.toLocaleString('en-GB');
