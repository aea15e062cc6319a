import type { Selector } from '../policy/statement.ts';
import { type Boxes, merged, narrowed, type Sets } from './box.ts';
import type { Effort } from './effort.ts';
import { type Obstacle, Outside } from './outside.ts';
import type { AllowLayer, Question, Rule } from './question.ts';
import type { Space } from './space.ts';

/** A set of allowed requests, or why there is none. */
export type Outcome =
  | { readonly kind: 'found'; readonly box: Sets; readonly allows: readonly Rule[]; readonly exact: boolean }
  | {
      readonly kind: 'none';
      readonly denies: ReadonlySet<Rule>;
      readonly missing: ReadonlySet<string>;
      /** True where the facts of the case exclude every request of the region. */
      readonly excluded: boolean;
    };

/**
 * Looks for a box of requests inside the region, inside one Allow of every layer of some grant, and outside
 * every Deny. Complete: the classes are finite and every way of leaving a Deny is tried.
 *
 * @param shown what every request of the case shows; undefined when there is no such request.
 * @param except requests that are not looked for.
 */
export function search(
  space: Space,
  question: Question,
  shown: Boxes | undefined,
  wanted: readonly Selector[],
  except: readonly Selector[] = [],
): Outcome {
  let region = shown;
  for (const selector of wanted) region = region && narrowed(region, space.box(selector));
  if (region === undefined) return { kind: 'none', denies: new Set(), missing: new Set(), excluded: true };
  return new Search(space, question, region, except).outcome();
}

class Search {
  private readonly denies = new Set<Rule>();
  private readonly missing = new Set<string>();
  private readonly effort: Effort;
  private readonly outside: Outside;
  private standing: readonly Obstacle[] | undefined;

  constructor(
    private readonly space: Space,
    private readonly question: Question,
    private readonly region: Boxes,
    private readonly except: readonly Selector[],
  ) {
    this.effort = space.effort();
    this.outside = new Outside(space, this.effort);
  }

  outcome(): Outcome {
    for (const way of this.question.grants) {
      const found = this.throughLayers(this.region, way, []);
      if (found !== undefined) return found;
    }
    return { kind: 'none', denies: this.denies, missing: this.missing, excluded: false };
  }

  /** Obstacles in the region. Most searches end before they need it: nothing allows. */
  private obstacles(): readonly Obstacle[] {
    if (this.standing !== undefined) return this.standing;
    const standing: Obstacle[] = [];
    for (const selector of [...this.question.impossible, ...this.except]) {
      const box = this.space.box(selector);
      if (box?.meets(this.region)) standing.push({ box });
    }
    for (const rules of this.question.denies)
      for (const rule of rules) {
        const box = this.space.box(rule.selector, rule.axis);
        if (box?.meets(this.region)) standing.push({ box, rule });
      }
    this.standing = standing;
    return standing;
  }

  private throughLayers(
    boxes: Boxes,
    way: readonly AllowLayer[],
    allows: readonly Rule[],
  ): Outcome | undefined {
    const layer = way[allows.length];
    if (layer === undefined) return this.allowed(merged(boxes), allows);
    let reached = false;
    for (const rules of layer.rules) {
      this.effort.take(rules.length);
      for (const rule of rules) {
        const allowed = narrowed(boxes, this.space.box(rule.selector, rule.axis));
        if (allowed === undefined) continue;
        reached = true;
        const found = this.throughLayers(allowed, way, [...allows, rule]);
        if (found !== undefined) return found;
      }
    }
    if (!reached) this.missing.add(layer.layer);
    return undefined;
  }

  private allowed(box: ReadonlyMap<string, bigint>, allows: readonly Rule[]): Outcome | undefined {
    const used = new Set<Rule>();
    const rest = this.outside.find(box, this.obstacles(), used);
    for (const rule of used) this.denies.add(rule);
    if (rest === undefined) return undefined;
    return { kind: 'found', box: rest, allows, exact: [...allows, ...used].every(({ exact }) => exact) };
  }
}
