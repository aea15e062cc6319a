import type { Box, Sets } from './box.ts';
import type { Rule } from './question.ts';
import type { Space } from './space.ts';
import { UndecidableError } from './undecidable.ts';

/** A box that a request must not be in. */
export interface Obstacle {
  readonly box: Box;
  /** Undefined for an impossible combination, and for what a claim leaves out. */
  readonly rule?: Rule;
}

/** Steps before a search gives up on one question; far above anything a real policy set needs. */
const stepCap = 200_000;

/** The search for a box within another that no obstacle touches. Complete: every way round each is tried. */
export class Outside {
  private steps = 0;

  constructor(private readonly space: Space) {}

  /** Undefined when the obstacles cover the box. Adds every rule that had to be passed to `used`. */
  find(
    box: ReadonlyMap<string, bigint>,
    left: readonly Obstacle[],
    used = new Set<Rule>(),
  ): Sets | undefined {
    if (++this.steps > stepCap) throw new UndecidableError(`more than ${stepCap} search steps`);
    const touching: Obstacle[] = [];
    const alone = [box];
    let tightest: { obstacle: Obstacle; open: string[] } | undefined;
    for (const obstacle of left) {
      if (!obstacle.box.meets(alone)) continue;
      const open = this.openAxes(box, obstacle.box);
      if (tightest === undefined || open.length < tightest.open.length) tightest = { obstacle, open };
      touching.push(obstacle);
    }
    if (tightest === undefined) return box;
    const { obstacle, open } = tightest;
    if (obstacle.rule !== undefined) used.add(obstacle.rule);
    if (open.length === 0) return undefined;
    const remaining = touching.filter((one) => one !== obstacle);
    for (const axis of open) {
      const piece = new Map(box);
      const before = box.get(axis) ?? this.space.dimension(axis).full;
      piece.set(axis, before & ~(obstacle.box.get(axis) as bigint));
      const found = this.find(piece, remaining, used);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Axes on which `box` reaches beyond `other`. */
  private openAxes(box: Sets, other: Box): string[] {
    const open: string[] = [];
    for (const axis of other.axes) {
      const before = box.get(axis) ?? this.space.dimension(axis).full;
      if ((before & ~(other.get(axis) as bigint)) !== 0n) open.push(axis);
    }
    return open;
  }
}
