import { keep } from '../../../lib/model/keep.ts';
import type { Selector, Statement } from '../policy/statement.ts';
import type { ResourceAxis } from './space.ts';

/** A statement as the search uses it. */
export interface Rule {
  /** The statement, its policy variables bound, or widened (Allow) or narrowed (Deny) to err on the safe side. */
  readonly selector: Selector;
  readonly statement: Statement;
  /** Name of the layer it belongs to, for people: `key policy`, `SCP`. */
  readonly layer: string;
  readonly axis: ResourceAxis;
  /** False when a policy variable had to be approximated. */
  readonly exact: boolean;
}

/** A layer of Allow statements, any of which is enough; in lists that many cases share. */
export interface AllowLayer {
  readonly layer: string;
  readonly rules: ReadonlyArray<readonly Rule[]>;
}

/**
 * Is there a request that some way of granting allows and nothing denies?
 *
 * The core sees sets and their structure only; which layers make a grant is decided by the caller.
 */
export interface Question {
  /** Facts of every request of the case. */
  readonly facts: readonly Selector[];
  /** Names of the resource behind the named one. */
  readonly parent: Selector;
  /** Any of these ways, each of which needs every one of its layers. */
  readonly grants: ReadonlyArray<readonly AllowLayer[]>;
  /** In lists that many cases share. */
  readonly denies: ReadonlyArray<readonly Rule[]>;
  /** Combinations that no request can show, such as a tag that is passed and not listed. */
  readonly impossible: readonly Selector[];
}

/** Adds every selector of a question to `into`. Lists in `seen` are passed over, and what is passed is put there. */
export function collectSelectors(
  { facts, parent, impossible, denies, grants }: Question,
  into = new Set<Selector>(),
  seen = new Set<readonly Rule[]>(),
): Set<Selector> {
  for (const selector of facts) into.add(selector);
  into.add(parent);
  for (const selector of impossible) into.add(selector);
  for (const rules of denies) collectRules(rules, into, seen);
  for (const way of grants)
    for (const layer of way) for (const rules of layer.rules) collectRules(rules, into, seen);
  return into;
}

function collectRules(rules: readonly Rule[], into: Set<Selector>, seen: Set<readonly Rule[]>): void {
  if (seen.has(rules)) return;
  seen.add(rules);
  for (const { selector } of rules) into.add(selector);
}

/** Context keys that any selector of a question looks at. */
export const keysOf = (question: Question): ReadonlySet<string> =>
  keep(keysOfQuestions, question, () => {
    const { facts, parent, impossible, denies, grants } = question;
    const keys = new Set(keysIn([...facts, parent, ...impossible]));
    const lists = [...denies, ...grants.flatMap((way) => way.flatMap(({ rules }) => rules))];
    for (const rules of new Set(lists))
      for (const key of keep(
        keysOfRules,
        rules,
        () => new Set(keysIn(rules.map(({ selector }) => selector))),
      ))
        keys.add(key);
    return keys;
  });

/** Many requests are put to one question, and many questions share their lists of rules. */
const keysOfQuestions = new WeakMap<Question, ReadonlySet<string>>();
const keysOfRules = new WeakMap<readonly Rule[], ReadonlySet<string>>();

/** Context keys of conditions, as often as they are there. */
export const keysIn = (selectors: readonly Selector[]): string[] =>
  selectors.flatMap(({ conditions }) => conditions.map(({ key }) => key));
