import type { Rule } from '../engine/question';
import type { Statement } from '../policy/statement';
import type { AccessCase, Caller } from './access-case';
import { type Bindings, bindVariables, hasVariables } from './bind-variables';
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

const kept = new WeakMap<readonly Statement[], WeakMap<Caller, Map<string, MatchedRules>>>();
const variable = new WeakMap<readonly Statement[], boolean>();

/**
 * Statements of one layer that speak about the caller; worked out once for each list and caller, and the same
 * lists handed out again, so that whoever derives something from them can keep it.
 */
export function matchedRules(
  statements: readonly Statement[],
  name: LayerName,
  caller: Caller,
  bindings: () => Bindings,
): MatchedRules {
  const byCaller = getOrCreate(kept, statements, () => new WeakMap<Caller, Map<string, MatchedRules>>());
  const byKey = getOrCreate(byCaller, caller, () => new Map<string, MatchedRules>());
  const bound = getOrCreate(variable, statements, () => statements.some(hasVariables))
    ? bindings()
    : undefined;
  const key = bound === undefined ? name : `${name} ${JSON.stringify([...bound].sort())}`;
  return getOrCreate(byKey, key, () => matchAll(statements, name, caller, bound ?? new Map()));
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

interface Store<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function getOrCreate<K, V>(store: Store<K, V>, key: K, create: () => V): V {
  let value = store.get(key);
  if (value === undefined) {
    value = create();
    store.set(key, value);
  }
  return value;
}
