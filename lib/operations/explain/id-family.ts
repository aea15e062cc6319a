/** Ids of one kind that the program prints, and what it has to say about each. */
export interface IdFamily {
  /** Kind, in the plural. */
  readonly name: string;
  /** Every id of it. */
  readonly ids: () => readonly string[];
  /** Explanation of an id of it, for a terminal. */
  readonly explain: (id: string) => string;
}

/** A family of things that lie in a list. */
export const familyOf = <T>(
  name: string,
  list: () => readonly T[],
  idOf: (entry: T) => string,
  asText: (entry: T) => string,
): IdFamily => ({
  name,
  ids: () => list().map(idOf),
  explain: (id) => {
    const entry = list().find((each) => idOf(each) === id);
    if (entry === undefined)
      throw new Error(`${id}: got an id that is none of the ${name}, expected one of them`);
    return asText(entry);
  },
});
