import { isAlwaysSent } from '../aws/context-keys.ts';
import type { Selector } from '../policy/statement.ts';
import { Box, type Boxes, merged, narrowed, type Sets } from './box.ts';
import { type Obstacle, Outside } from './outside.ts';
import type { AllowLayer, Question, Rule } from './question.ts';
import type { Space } from './space.ts';
import { UndecidableError } from './undecidable.ts';

/** A request that ought to be allowed and is not, or a request that every way allows. */
export type Possibility =
  | { readonly kind: 'allowed'; readonly box: Sets }
  | { readonly kind: 'denied'; readonly box: Sets; readonly rule: Rule }
  | { readonly kind: 'missing'; readonly box: Sets; readonly layers: readonly AllowLayer[] }
  /** The facts of the case and the request exclude each other. */
  | { readonly kind: 'contradiction' };

/**
 * Looks for a request of the region that a Deny catches, or that some layer of every grant does not allow. Complete,
 * like the search for an allowed one: 'allowed' means every request of the region is.
 *
 * A context key that neither the facts of the case nor the region settle is absent: a request shows what is written
 * and no more. What AWS sends with every request, such as the time, may have any value: nobody chooses it.
 *
 * @param shown what every request of the case shows; undefined when there is no such request.
 * @param keys context keys that any rule of the question looks at.
 */
export function findRefusal(
  space: Space,
  question: Question,
  shown: Boxes | undefined,
  wanted: readonly Selector[],
  keys: Iterable<string>,
): Possibility {
  let region = shown;
  for (const selector of wanted) region = region && narrowed(region, space.box(selector));
  if (region === undefined) return { kind: 'contradiction' };
  const whole = withoutOtherKeys(space, merged(region), wanted, keys);
  const effort = space.effort();
  const outside = new Outside(space, effort);
  const impossible = touching(space, question.impossible, whole);
  const some = outside.find(whole, impossible);
  if (some === undefined) return { kind: 'contradiction' };
  const denies = question.denies.flat();
  effort.take(denies.length);
  for (const rule of denies) {
    const { actions } = rule.selector;
    const catches: Selector = rule.exact ? rule.selector : { conditions: [], ...(actions && { actions }) };
    const caught = narrowed([new Box(whole)], space.box(catches, rule.axis));
    if (caught === undefined) continue;
    if (!rule.exact) throw new UndecidableError(variableIn(rule));
    const denied = outside.find(merged(caught), impossible);
    if (denied !== undefined) return { kind: 'denied', box: denied, rule };
  }
  return uncovered(space, question.grants, whole, impossible, outside) ?? { kind: 'allowed', box: some };
}

/** The region, with every key absent that nobody states and AWS does not always send. */
function withoutOtherKeys(
  space: Space,
  region: ReadonlyMap<string, bigint>,
  wanted: readonly Selector[],
  keys: Iterable<string>,
): ReadonlyMap<string, bigint> {
  const stated = new Set(wanted.flatMap(({ conditions }) => conditions.map(({ key }) => key)));
  const whole = new Map(region);
  for (const key of keys) {
    if (stated.has(key) || isAlwaysSent(key) || !space.knows(key)) continue;
    const before = whole.get(key) ?? space.dimension(key).full;
    // Class 0 of a key is "absent"; a key that the facts say is there keeps its values.
    if ((before & 1n) !== 0n) whole.set(key, 1n);
  }
  return whole;
}

/** A request that no way of granting allows: in each way some layer has no Allow for it. */
function uncovered(
  space: Space,
  grants: ReadonlyArray<readonly AllowLayer[]>,
  whole: ReadonlyMap<string, bigint>,
  impossible: readonly Obstacle[],
  outside: Outside,
): Possibility | undefined {
  let choices: (readonly AllowLayer[])[] = [[]];
  for (const way of grants) {
    const open = way.filter(
      (layer) => outside.find(whole, [...impossible, ...allowing(space, layer, whole)]) !== undefined,
    );
    if (open.length === 0) return undefined;
    choices = choices.flatMap((chosen) => open.map((layer) => [...chosen, layer]));
  }
  for (const layers of choices) {
    const obstacles = layers.flatMap((layer) => allowing(space, layer, whole));
    const box = outside.find(whole, [...impossible, ...obstacles]);
    if (box !== undefined) return { kind: 'missing', box, layers };
  }
  return undefined;
}

/** Allows of a layer as what is to be avoided. One whose variables have no fixed value allows nothing for sure. */
const allowing = (space: Space, { rules }: AllowLayer, whole: ReadonlyMap<string, bigint>): Obstacle[] =>
  rules.flat().flatMap((rule) => {
    const box = rule.exact ? space.box(rule.selector, rule.axis) : undefined;
    return box?.meets([whole]) ? [{ box, rule }] : [];
  });

const touching = (
  space: Space,
  selectors: readonly Selector[],
  whole: ReadonlyMap<string, bigint>,
): Obstacle[] =>
  selectors.flatMap((selector) => {
    const box = space.box(selector);
    return box?.meets([whole]) ? [{ box }] : [];
  });

const variableIn = ({ statement }: Rule): string =>
  `a policy variable without a fixed value in ${statement.place.logicalId} ${statement.place.path}`;
