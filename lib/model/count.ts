/** A number with its noun, in the plural unless it is one: `1 key`, `3 keys`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
