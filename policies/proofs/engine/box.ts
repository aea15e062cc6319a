/** A product of sets, one for each axis; an axis that is missing is unconstrained. `undefined`: no request. */
export type Box = ReadonlyMap<string, bigint>;

/** Whether two boxes have a request in common. */
export function meet(a: Box, b: Box): boolean {
  for (const [axis, bits] of b) {
    const mine = a.get(axis);
    if (mine !== undefined && (mine & bits) === 0n) return false;
  }
  return true;
}

/** Intersection of two boxes, or undefined when it is empty. */
export function intersect(a: Box, b: Box | undefined): Box | undefined {
  if (b === undefined || !meet(a, b)) return undefined;
  if (b.size === 0) return a;
  const both = new Map(a);
  for (const [axis, bits] of b) {
    const mine = both.get(axis);
    both.set(axis, mine === undefined ? bits : mine & bits);
  }
  return both;
}
