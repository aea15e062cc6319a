import { createHash } from 'node:crypto';

/**
 * Ids that each stack holds, sorted; as few stacks as hold them all with at most `most` in each.
 *
 * The place of an id depends on itself and on the number of stacks alone, so that others which come and go move
 * nothing (rendezvous hashing). One stack more takes from the others and moves nothing between those: deployed last,
 * it makes what the others have deleted.
 *
 * @param ids each once
 */
export function spreadOverStacks(ids: readonly string[], most: number): readonly (readonly string[])[] {
  for (let stacks = 1; ; stacks++) {
    const places = Array.from({ length: stacks }, (): string[] => []);
    for (const id of [...ids].sort()) places[placeOf(id, stacks)]?.push(id);
    if (places.every((place) => place.length <= most)) return places;
  }
}

/** Number of the stack with the highest lot: drawn for each id and stack, and the same whenever it is drawn. */
function placeOf(id: string, stacks: number): number {
  const lots = Array.from({ length: stacks }, (_, stack) =>
    createHash('sha256').update(`${stack} ${id}`).digest('hex'),
  );
  return lots.reduce((best, lot, stack) => (lot > `${lots[best]}` ? stack : best), 0);
}
