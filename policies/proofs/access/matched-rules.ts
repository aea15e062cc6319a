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

/** A statement that speaks about the caller, and how its `Principal` does. */
export interface MatchedRule {
  readonly rule: Rule;
  readonly match: PrincipalMatch;
}

const kept = new WeakMap<readonly Statement[], WeakMap<Caller, Map<string, readonly MatchedRule[]>>>();

/** Statements of one layer that speak about the caller; worked out once for each list and caller. */
export function matchedRules(
  statements: readonly Statement[],
  name: LayerName,
  caller: Caller,
  bindings: Bindings,
): readonly MatchedRule[] {
  const byCaller = getOrCreate(
    kept,
    statements,
    () => new WeakMap<Caller, Map<string, readonly MatchedRule[]>>(),
  );
  const byKey = getOrCreate(byCaller, caller, () => new Map<string, readonly MatchedRule[]>());
  const variable = statements.some(hasVariables);
  const key = variable ? `${name} ${JSON.stringify([...bindings].sort())}` : name;
  return getOrCreate(byKey, key, () =>
    statements.flatMap((statement): MatchedRule[] => {
      const match = matchPrincipal(statement.principals, caller);
      if (match === undefined) return [];
      const bound = hasVariables(statement)
        ? bindVariables(statement, bindings, statement.effect === 'Allow')
        : { selector: statement, exact: true };
      const axis = name === 'parentPolicy' ? 'parent' : 'resource';
      return [{ match, rule: { ...bound, statement, layer: layerNames[name], axis } }];
    }),
  );
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
