import type { Rule } from '../engine/question.ts';
import type { Statement } from '../policy/statement.ts';
import type { AccessCase, Caller } from './access-case.ts';
import { type Bindings, bindVariables, hasVariables, variablesOf } from './bind-variables.ts';
import { matchPrincipal, type PrincipalMatch } from './match-principal.ts';

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

/** By the values of the policy variables. */
type ByValues = Map<string, MatchedRules>;

/** Facts about one layer of statements that hold for every caller. */
interface Known {
  /** Names of the policy variables in it, sorted. */
  readonly variables: readonly string[];
  readonly byCaller: Map<Caller, ByValues>;
  /** The same, by how each statement meets the caller. */
  readonly byMeeting: Map<string, ByValues>;
}

const kept = new Map<LayerName, WeakMap<readonly Statement[], Known>>(
  (Object.keys(layerNames) as LayerName[]).map((name) => [name, new WeakMap()]),
);
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
  const { variables, byCaller, byMeeting } = knownOf(statements, name);
  let byValues = byCaller.get(caller);
  if (byValues === undefined) {
    const meeting = statements.map(({ principals }) => matchPrincipal(principals, caller) ?? '').join();
    byValues = byMeeting.get(meeting) ?? new Map<string, MatchedRules>();
    byMeeting.set(meeting, byValues);
    byCaller.set(caller, byValues);
  }
  const values =
    variables.length === 0 ? '' : JSON.stringify(variables.map((key) => bindings.get(key) ?? null));
  let rules = byValues.get(values);
  if (rules === undefined) {
    rules = matchAll(statements, name, caller, bindings);
    byValues.set(values, rules);
  }
  return rules;
}

function knownOf(statements: readonly Statement[], name: LayerName): Known {
  const ofLayer = kept.get(name);
  const found = ofLayer?.get(statements);
  if (found !== undefined) return found;
  const known = { variables: variablesOf(statements), byCaller: new Map(), byMeeting: new Map() };
  ofLayer?.set(statements, known);
  return known;
}

function matchAll(
  statements: readonly Statement[],
  name: LayerName,
  caller: Caller,
  bindings: Bindings,
): MatchedRules {
  const denies: Rule[] = [];
  const allows: Rule[] = [];
  const allowing: Record<PrincipalMatch, Rule[]> = { limited: [], unlimited: [], account: [] };
  for (const statement of statements) {
    const match = matchPrincipal(statement.principals, caller);
    if (match === undefined) continue;
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
  }
  return { denies, allows, allowing };
}
