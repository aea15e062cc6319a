/** A product of sets, one for each axis; an axis that is missing is unconstrained. */
export type Box = ReadonlyMap<string, bigint>;

/**
 * An intersection of boxes, as the list of them: most of them are only ever asked whether they are empty. Never
 * empty, because `narrowed` makes none that is.
 */
export type Boxes = readonly Box[];

/** The intersection with one box more, or undefined when it is empty; an undefined box is empty. */
export const narrowed = (boxes: Boxes, box: Box | undefined): Boxes | undefined =>
  box === undefined || !meets(boxes, box) ? undefined : [...boxes, box];

/** Whether an intersection and a box have a request in common. */
export function meets(boxes: Boxes, box: Box): boolean {
  for (const [axis, bits] of box) {
    let rest = bits;
    for (const other of boxes) {
      const mine = other.get(axis);
      if (mine === undefined) continue;
      rest &= mine;
      if (rest === 0n) return false;
    }
  }
  return true;
}

/** The intersection as one box. */
export function merged(boxes: Boxes): Box {
  const [first, ...others] = boxes;
  const all = new Map(first);
  for (const box of others)
    for (const [axis, bits] of box) {
      const mine = all.get(axis);
      all.set(axis, mine === undefined ? bits : mine & bits);
    }
  return all;
}
