import { closest, distance } from 'fastest-levenshtein';

/** The known name a person most likely meant, or nothing when none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = known.map((candidate) => candidate.toLowerCase());
  const nearest = closest(name.toLowerCase(), lower);
  const near = distance(name.toLowerCase(), nearest) <= Math.max(2, nearest.length / 3);
  return near ? known[lower.indexOf(nearest)] : undefined;
}
