/** Order of texts by code unit: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of things by a text of theirs. */
export const by =
  <T>(key: (thing: T) => string) =>
  (a: T, b: T): number =>
    compareText(key(a), key(b));
