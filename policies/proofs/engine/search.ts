import type { Selector } from '../policy/statement';
import type { AllowLayer, Question, Rule } from './question';
import type { Box, Space } from './space';
import { UndecidableError } from './undecidable';

/** A set of allowed requests, or why there is none. */
export type Outcome =
  | { readonly kind: 'found'; readonly box: Box; readonly allows: readonly Rule[]; readonly exact: boolean }
  | {
      readonly kind: 'none';
      readonly denies: ReadonlySet<Rule>;
      readonly missing: ReadonlySet<string>;
      /** Whether the facts of the case exclude every request of the region. */
      readonly excluded: boolean;
    };

interface Obstacle {
  readonly box: Box;
  /** Undefined for an impossible combination. */
  readonly rule?: Rule;
}

/** Steps before the search gives up on one question; far above anything a real policy set needs. */
const stepCap = 200_000;

/**
 * Looks for a box of requests inside the region, inside one Allow of every layer of some grant, and outside
 * every Deny. Complete: the classes are finite and every way of leaving a Deny is tried.
 */
export function search(space: Space, question: Question, wanted: readonly Selector[]): Outcome {
  const denies = new Set<Rule>();
  const missing = new Set<string>();
  let steps = 0;

  const region = wanted.reduce<Box | undefined>(
    (box, selector) => box && intersect(box, space.box(selector)),
    caseBox(space, question),
  );
  if (region === undefined) return { kind: 'none', denies, missing, excluded: true };
  let standing: Obstacle[] | undefined;
  /** What stands in the region. Most searches end before they need it: nothing allows. */
  const obstacles = (within: Box): readonly Obstacle[] => {
    if (standing !== undefined) return standing;
    standing = [];
    const stand = (box: Box | undefined, rule?: Rule): void => {
      if (box !== undefined && meet(within, box)) standing?.push({ box, ...(rule && { rule }) });
    };
    for (const selector of question.impossible) stand(space.box(selector));
    for (const rule of question.denies.flat()) stand(space.box(rule.selector, rule.axis), rule);
    return standing;
  };
  for (const way of question.grants) {
    const found = throughLayers(region, way, []);
    if (found !== undefined) return found;
  }
  return { kind: 'none', denies, missing, excluded: false };

  function throughLayers(box: Box, way: readonly AllowLayer[], allows: readonly Rule[]): Outcome | undefined {
    const layer = way[allows.length];
    if (layer === undefined) {
      const used = new Set<Rule>();
      const rest = outside(box, obstacles(region as Box), used);
      for (const rule of used) denies.add(rule);
      if (rest === undefined) return undefined;
      const exact = [...allows, ...used].every((rule) => rule.exact);
      return { kind: 'found', box: rest, allows, exact };
    }
    let reached = false;
    for (const rule of layer.rules.flat()) {
      const narrowed = intersect(box, space.box(rule.selector, rule.axis));
      if (narrowed === undefined) continue;
      reached = true;
      const found = throughLayers(narrowed, way, [...allows, rule]);
      if (found !== undefined) return found;
    }
    if (!reached) missing.add(layer.layer);
    return undefined;
  }

  /** Some box within `box` that no obstacle touches. */
  function outside(box: Box, left: readonly Obstacle[], used: Set<Rule>): Box | undefined {
    if (++steps > stepCap) throw new UndecidableError(`more than ${stepCap} search steps`);
    const touching: Obstacle[] = [];
    let tightest: { obstacle: Obstacle; open: string[] } | undefined;
    for (const obstacle of left) {
      if (!meet(box, obstacle.box)) continue;
      const open = openAxes(box, obstacle.box);
      if (tightest === undefined || open.length < tightest.open.length) tightest = { obstacle, open };
      touching.push(obstacle);
    }
    if (tightest === undefined) return box;
    if (tightest.obstacle.rule !== undefined) used.add(tightest.obstacle.rule);
    const remaining = touching.filter((obstacle) => obstacle !== tightest.obstacle);
    for (const axis of tightest.open) {
      const piece = new Map(box);
      const before = box.get(axis) ?? space.dimension(axis).full;
      piece.set(axis, before & ~(tightest.obstacle.box.get(axis) as bigint));
      const found = outside(piece, remaining, used);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Axes on which `box` reaches beyond `other`. */
  function openAxes(box: Box, other: Box): string[] {
    const open: string[] = [];
    for (const [axis, bits] of other) {
      if (((box.get(axis) ?? space.dimension(axis).full) & ~bits) !== 0n) open.push(axis);
    }
    return open;
  }
}

const caseBoxes = new WeakMap<Space, WeakMap<Question, Box | null>>();

/** What every request of the case shows, as one box; kept, since many claims ask about the same case. */
function caseBox(space: Space, question: Question): Box | undefined {
  let boxes = caseBoxes.get(space);
  if (boxes === undefined) {
    boxes = new WeakMap();
    caseBoxes.set(space, boxes);
  }
  let box = boxes.get(question);
  if (box === undefined) {
    box =
      question.facts.reduce<Box | undefined>(
        (known, selector) => known && intersect(known, space.box(selector)),
        space.box(question.parent, 'parent'),
      ) ?? null;
    boxes.set(question, box);
  }
  return box ?? undefined;
}

/** Whether two boxes have a request in common. */
function meet(a: Box, b: Box): boolean {
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
