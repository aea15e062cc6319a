import { unboundVariable } from '../automata/pattern';
import type { Condition, GlobMatch, Selector } from '../policy/statement';

export type Bindings = ReadonlyMap<string, string>;

/** Values of context keys that the facts of a case fix: what `${aws:PrincipalTag/x}` stands for. */
export function bindingsOf(facts: readonly Selector[]): Bindings {
  const bindings = new Map<string, string>();
  for (const { operator, key, values } of facts.flatMap(({ conditions }) => conditions)) {
    const exact =
      operator.family === 'string' &&
      !operator.negated &&
      !operator.ifExists &&
      operator.quantifier === undefined;
    if (exact && values.length === 1) bindings.set(key, values[0] as string);
  }
  return bindings;
}

const variable = /\$\{(?![*?$]\})([^}]*)\}/g;

export const hasVariables = (selector: Selector): boolean =>
  [selector.actions, selector.resources].some((match) => match?.patterns.some(mentions)) ||
  selector.conditions.some(({ values }) => values.some(mentions));

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
        const value = bindings.get(key.trim().toLowerCase());
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
