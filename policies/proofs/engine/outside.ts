import type { Box, Sets } from './box.ts';
import type { Effort } from './effort.ts';
import type { Rule } from './question.ts';
import type { Space } from './space.ts';
import { UndecidableError } from './undecidable.ts';

/** A box that a request must not be in. */
export interface Obstacle {
  readonly box: Box;
  /** Undefined for an impossible combination, and for what a claim leaves out. */
  readonly rule?: Rule;
}

/** Choices on top of each other before a search gives up; each is a call on the stack. */
const depthCap = 400;

/** The search for a box within another that no obstacle touches. Complete: every way round each is tried. */
export class Outside {
  private depth = 0;

  constructor(
    private readonly space: Space,
    private readonly effort: Effort,
  ) {}

  /** Undefined when the obstacles cover the box. Adds every rule that had to be passed to `used`. */
  find(
    box: ReadonlyMap<string, bigint>,
    obstacles: readonly Obstacle[],
    used = new Set<Rule>(),
  ): Sets | undefined {
    if (this.depth >= depthCap)
      throw new UndecidableError(`more than ${depthCap} choices on top of each other`);
    this.depth++;
    const found = this.around(box, obstacles, used);
    this.depth--;
    return found;
  }

  private around(
    box: ReadonlyMap<string, bigint>,
    obstacles: readonly Obstacle[],
    used: Set<Rule>,
  ): Sets | undefined {
    let [rest, left] = [box, obstacles];
    for (;;) {
      this.effort.take(1 + left.length);
      const touching: Obstacle[] = [];
      const alone = [rest];
      let tightest: { obstacle: Obstacle; open: string[] } | undefined;
      for (const obstacle of left) {
        if (!obstacle.box.meets(alone)) continue;
        const open = this.openAxes(rest, obstacle.box);
        if (tightest === undefined || open.length < tightest.open.length) tightest = { obstacle, open };
        touching.push(obstacle);
      }
      if (tightest === undefined) return rest;
      const { obstacle, open } = tightest;
      if (obstacle.rule !== undefined) used.add(obstacle.rule);
      const last = open.pop();
      if (last === undefined) return undefined;
      left = touching.filter((one) => one !== obstacle);
      for (const axis of open) {
        const found = this.find(this.without(rest, axis, obstacle.box), left, used);
        if (found !== undefined) return found;
      }
      // The last way round needs no call: a box with one way round each obstacle may have thousands of them.
      rest = this.without(rest, last, obstacle.box);
    }
  }

  private without(box: ReadonlyMap<string, bigint>, axis: string, other: Box): ReadonlyMap<string, bigint> {
    const before = box.get(axis) ?? this.space.dimension(axis).full;
    return new Map(box).set(axis, before & ~(other.get(axis) as bigint));
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
