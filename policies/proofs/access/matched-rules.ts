import type { Rule } from '../engine/question';
import type { Statement } from '../policy/statement';
import type { AccessCase, Caller } from './access-case';
import { type Bindings, bindVariables, hasVariables, variablesOf } from './bind-variables';
import { matchPrincipal, type PrincipalMatch } from './match-principal';

/** Layer names as they are printed. */
export const layerNames = {
  identity: 'identity policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  resourcePolicy: 'resource policy',
  parentPolicy: 'policy of the resource behind it',
  endpoint: 'endpoint policy',
  serviceControl: 'service control policy',
  resourceControl: 'resource control policy',
} as const satisfies Partial<Record<keyof AccessCase, string>>;

export type LayerName = keyof typeof layerNames;

/** Statements of one layer that speak about the caller, by what they do. */
export interface MatchedRules {
  readonly denies: readonly Rule[];
  readonly allows: readonly Rule[];
  /** The same Allows, by how their `Principal` meets the caller. */
  readonly allowing: Readonly<Record<PrincipalMatch, readonly Rule[]>>;
}

/** What is known about a list of statements whoever asks. */
interface Known {
  /** Names of the policy variables in it, sorted. */
  readonly variables: readonly string[];
  /** By how each statement meets the caller, layer and values of the variables. */
  readonly matched: Map<string, MatchedRules>;
}

const kept = new WeakMap<readonly Statement[], Known>();
const nobody: MatchedRules = {
  denies: [],
  allows: [],
  allowing: { limited: [], unlimited: [], account: [] },
};

/**
 * Statements of one layer that speak about the caller. Callers whom they meet alike are handed the same lists,
 * so that whoever derives something from them can keep it.
 */
export function matchedRules(
  statements: readonly Statement[] | undefined,
  name: LayerName,
  caller: Caller,
  bindings: Bindings,
): MatchedRules {
  if (statements === undefined || statements.length === 0) return nobody;
  let known = kept.get(statements);
  if (known === undefined) {
    known = { variables: variablesOf(statements), matched: new Map() };
    kept.set(statements, known);
  }
  const matches = statements.map(({ principals }) => matchPrincipal(principals, caller));
  const bound = known.variables.map((variable) => bindings.get(variable) ?? null);
  const key = JSON.stringify([name, matches, bound]);
  let rules = known.matched.get(key);
  if (rules === undefined) {
    rules = matchAll(statements, name, matches, bindings);
    known.matched.set(key, rules);
  }
  return rules;
}

function matchAll(
  statements: readonly Statement[],
  name: LayerName,
  matches: readonly (PrincipalMatch | undefined)[],
  bindings: Bindings,
): MatchedRules {
  const denies: Rule[] = [];
  const allows: Rule[] = [];
  const allowing: Record<PrincipalMatch, Rule[]> = { limited: [], unlimited: [], account: [] };
  statements.forEach((statement, index) => {
    const match = matches[index];
    if (match === undefined) return;
    const bound = hasVariables(statement)
      ? bindVariables(statement, bindings, statement.effect === 'Allow')
      : { selector: statement, exact: true };
    const axis = name === 'parentPolicy' ? 'parent' : 'resource';
    const rule: Rule = { ...bound, statement, layer: layerNames[name], axis };
    if (statement.effect === 'Deny') denies.push(rule);
    else {
      allows.push(rule);
      allowing[match].push(rule);
    }
  });
  return { denies, allows, allowing };
}
