import type { Selector } from '../policy/statement.ts';
import { Box, type Boxes, merged, narrowed, type Sets } from './box.ts';
import type { Effort } from './effort.ts';
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

/** Test for a context key, lower case, that a request of an action may show. */
export type MayShow = (action: string, key: string) => boolean;

/**
 * Looks for a request of the region that a Deny catches, or that some layer of every grant does not allow. Complete,
 * like the search for an allowed one: 'allowed' means every request of the region is.
 *
 * A context key that neither the facts of the case nor the region settle has any value or none where `mayShow` says
 * that the action may show it, and is absent otherwise.
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
  mayShow: MayShow,
): Possibility {
  let region = shown;
  for (const selector of wanted) region = region && narrowed(region, space.box(selector));
  if (region === undefined) return { kind: 'contradiction' };
  const whole = merged(region);
  const named = wanted.flatMap(({ actions }) => (actions?.negated === false ? actions.patterns : []));
  const actions = named.length === 0 ? ['*'] : [...new Set(named)];
  const unsettled = unsettledKeys(space, whole, wanted, keys);
  const without = (absent: readonly string[], box: ReadonlyMap<string, bigint>) =>
    new Map([...box, ...absent.map((key) => [key, absentAlone] as const)]);
  const effort = space.effort();
  // Mostly every request is allowed even where each action shows what any of them may: that is asked first, and once.
  const closed = unsettled.filter((key) => !actions.some((action) => mayShow(action, key)));
  const all = refusalIn(space, question, without(closed, whole), effort);
  if (all.kind === 'allowed' || closed.length === unsettled.length) return all;
  let found: Possibility = all;
  for (const { names, absent } of byAbsentKeys(actions, unsettled, mayShow)) {
    const box = narrowed(
      [new Box(whole)],
      space.box({ actions: { negated: false, patterns: names }, conditions: [] }),
    );
    if (box === undefined) continue;
    found = refusalIn(space, question, without(absent, merged(box)), effort);
    if (found.kind !== 'allowed') return found;
  }
  return found;
}

/** Class 0 of a key is "absent". */
const absentAlone = 1n;

/** Keys that may be absent and that the region does not state. */
function unsettledKeys(
  space: Space,
  whole: ReadonlyMap<string, bigint>,
  wanted: readonly Selector[],
  keys: Iterable<string>,
): string[] {
  const stated = new Set(wanted.flatMap(({ conditions }) => conditions.map(({ key }) => key)));
  // A key that the facts say is there keeps its values.
  return [...new Set(keys)].filter(
    (key) =>
      !stated.has(key) &&
      space.knows(key) &&
      ((whole.get(key) ?? space.dimension(key).full) & absentAlone) !== 0n,
  );
}

/** Actions that show none of the same keys, together. */
function byAbsentKeys(actions: readonly string[], keys: readonly string[], mayShow: MayShow) {
  const groups = new Map<string, { readonly names: string[]; readonly absent: readonly string[] }>();
  for (const action of actions) {
    const absent = keys.filter((key) => !mayShow(action, key));
    const group = groups.get(absent.join(' ')) ?? { names: [], absent };
    groups.set(absent.join(' '), group);
    group.names.push(action);
  }
  return groups.values();
}

/** A request of the box that is refused, or 'allowed'. */
function refusalIn(
  space: Space,
  question: Question,
  whole: ReadonlyMap<string, bigint>,
  effort: Effort,
): Possibility {
  const outside = new Outside(space, effort);
  const impossible = touching(space, question.impossible, whole);
  const some = outside.find(whole, impossible);
  if (some === undefined) return { kind: 'contradiction' };
  const denies = question.denies.flat();
  effort.take(denies.length);
  const asked = [new Box(whole)];
  for (const rule of denies) {
    const { actions } = rule.selector;
    const catches: Selector = rule.exact ? rule.selector : { conditions: [], ...(actions && { actions }) };
    const caught = narrowed(asked, space.box(catches, rule.axis));
    if (caught === undefined) continue;
    if (!rule.exact) throw new UndecidableError(variableIn(rule));
    const denied = outside.find(merged(caught), impossible);
    if (denied !== undefined) return { kind: 'denied', box: denied, rule };
  }
  return uncovered(space, question.grants, whole, impossible, outside) ?? { kind: 'allowed', box: some };
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
