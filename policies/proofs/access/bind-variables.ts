import { unboundVariable } from '../automata/pattern.ts';
import type { Condition, GlobMatch, Selector } from '../policy/statement.ts';

/** Values by context key, in lower case. */
export interface Bindings {
  get(key: string): string | undefined;
}

/** Values of context keys that the facts of a case fix: what `${aws:PrincipalTag/x}` stands for. */
export const bindingsOf = (facts: readonly Selector[]): Bindings => ({
  get: (key) => {
    // Where two facts fix one key differently the case is empty, whichever is taken.
    for (const one of facts) {
      const value = fixedBy(one).get(key);
      if (value !== undefined) return value;
    }
    return undefined;
  },
});

const kept = new WeakMap<Selector, ReadonlyMap<string, string>>();

/** Facts are shared by many cases: what one of them fixes is worked out once. */
function fixedBy(facts: Selector): ReadonlyMap<string, string> {
  let fixed = kept.get(facts);
  if (fixed === undefined) {
    fixed = new Map(
      facts.conditions.flatMap(({ operator, key, values }) => {
        const exact =
          operator.family === 'string' &&
          !operator.negated &&
          !operator.ifExists &&
          operator.quantifier === undefined;
        return exact && values.length === 1 ? [[key, values[0] as string]] : [];
      }),
    );
    kept.set(facts, fixed);
  }
  return fixed;
}

const variable = /\$\{(?![*?$]\})([^}]*)\}/g;

const nameOf = (written: string): string => written.trim().toLowerCase();

/** Names of the policy variables in a list of statements, sorted. */
export const variablesOf = (selectors: readonly Selector[]): string[] =>
  [
    ...new Set(
      selectors.flatMap((selector) =>
        textsOf(selector).flatMap((text) =>
          [...text.matchAll(variable)].map(([, name = '']) => nameOf(name)),
        ),
      ),
    ),
  ].sort();

export const hasVariables = (selector: Selector): boolean => textsOf(selector).some(mentions);

const textsOf = ({ actions, resources, conditions }: Selector): string[] => [
  ...(actions?.patterns ?? []),
  ...(resources?.patterns ?? []),
  ...conditions.flatMap(({ values }) => values),
];

const mentions = (text: string): boolean => text.search(variable) >= 0;

/**
 * Replaces policy variables by their values. One that has no single value makes the selector wider
 * (`widen`, for an Allow) or narrower (for a Deny), so that "nothing gets through" stays true.
 */
export function bindVariables(
  selector: Selector,
  bindings: Bindings,
  widen: boolean,
): { readonly selector: Selector; readonly exact: boolean } {
  let exact = true;
  const texts = (values: readonly string[], negated: boolean): string[] =>
    values.flatMap((text) => {
      const bound = text.replace(variable, (whole, key: string) => {
        const value = bindings.get(nameOf(key));
        return value === undefined ? whole : value.replace(/[*?$]/g, (char) => `\${${char}}`);
      });
      if (!mentions(bound)) return [bound];
      exact = false;
      return widen !== negated ? [bound.replace(variable, unboundVariable)] : [];
    });
  const globs = (match: GlobMatch | undefined): GlobMatch | undefined =>
    match && { negated: match.negated, patterns: texts(match.patterns, match.negated) };
  const conditions = selector.conditions.map(
    (condition): Condition => ({ ...condition, values: texts(condition.values, condition.operator.negated) }),
  );
  const actions = globs(selector.actions);
  const resources = globs(selector.resources);
  return {
    selector: { conditions, ...(actions && { actions }), ...(resources && { resources }) },
    exact,
  };
}
