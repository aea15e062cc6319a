import type { UndecidableError } from './undecidable.ts';

/** Something that knows a set for each axis; an axis without one is unconstrained. */
export interface Sets {
  get(axis: string): bigint | undefined;
}

/** A product of sets, one for each axis. Its axes are in lists too: walking a map makes garbage at every step. */
export class Box implements Sets {
  readonly axes: readonly string[];
  private readonly sets: readonly bigint[];

  /** @param undecidable why an axis is wider than it should be; undefined where each is as it is. */
  constructor(
    private readonly byAxis: ReadonlyMap<string, bigint>,
    private readonly undecidable?: UndecidableError,
  ) {
    this.axes = [...byAxis.keys()];
    this.sets = [...byAxis.values()];
  }

  get(axis: string): bigint | undefined {
    return this.byAxis.get(axis);
  }

  /**
   * True where an intersection and this box have a request in common.
   *
   * @throws UndecidableError where that rests on an axis nobody could split.
   */
  meets(boxes: readonly Sets[]): boolean {
    for (let at = 0; at < this.axes.length; at++) {
      let rest = this.sets[at] as bigint;
      for (let other = 0; other < boxes.length; other++) {
        const mine = boxes[other]?.get(this.axes[at] as string);
        if (mine === undefined) continue;
        rest &= mine;
        if (rest === 0n) return false;
      }
    }
    if (this.undecidable !== undefined) throw this.undecidable;
    return true;
  }
}

/**
 * An intersection of boxes, as the list of them: most of them are only ever asked whether they are empty. Never
 * empty, because `narrowed` makes none that is.
 */
export type Boxes = readonly Box[];

/** The intersection with one box more, or undefined when it is empty; an undefined box is empty. */
export const narrowed = (boxes: Boxes, box: Box | undefined): Boxes | undefined =>
  box?.meets(boxes) ? [...boxes, box] : undefined;

/** The set of the intersection for each axis that is constrained. */
export function merged(boxes: Boxes): Map<string, bigint> {
  const all = new Map<string, bigint>();
  for (const box of boxes)
    for (const axis of box.axes) {
      const [bits, mine] = [box.get(axis) as bigint, all.get(axis)];
      all.set(axis, mine === undefined ? bits : mine & bits);
    }
  return all;
}
