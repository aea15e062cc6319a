/** A count with its noun: `1 vendor`, `2 vendors`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${thousands(count)} ${count === 1 ? one : many}`;

export const thousands = (count: number): string => count.toLocaleString('en-GB');
