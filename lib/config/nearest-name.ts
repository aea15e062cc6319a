import { closest, distance } from 'fastest-levenshtein';

/** The known name a person most likely meant, or nothing when none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = known.map((candidate) => candidate.toLowerCase());
  const nearest = closest(name.toLowerCase(), lower);
  const near = distance(name.toLowerCase(), nearest) <= Math.max(2, nearest.length / 3);
  return near ? known[lower.indexOf(nearest)] : undefined;
}

/** Known names that a person may have meant: those that the name begins, such as `PII_BASIC` for `PII`, else the nearest. */
export function likelyNames(name: string, known: readonly string[]): readonly string[] {
  const begun = known.filter(
    (each) => /^[_-]/.test(each.slice(name.length)) && each.toLowerCase().startsWith(name.toLowerCase()),
  );
  const nearest = nearestName(name, known);
  return begun.length > 0 ? begun : nearest === undefined ? [] : [nearest];
}

/** Question of a fix, for names that a person may have meant. */
export const didYouMean = (names: readonly string[]): string =>
  `did you mean ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names.map((name) => `"${name}"`))}?`;
