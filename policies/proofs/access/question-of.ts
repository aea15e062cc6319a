import type { AllowLayer, Question, Rule } from '../engine/question';
import type { ResourceAxis } from '../engine/space';
import type { Selector, Statement } from '../policy/statement';
import type { AccessCase } from './access-case';
import { type Bindings, bindingsOf, bindVariables, hasVariables } from './bind-variables';
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
} as const;

type LayerName = keyof typeof layerNames;

/** Lays out the policies of a case the way AWS documents policy evaluation, for the requests of a region. */
export function questionOf(access: AccessCase, region: readonly Selector[]): Question {
  const bindings = bindingsOf(access.facts);
  const rules = (
    name: LayerName,
    effect: Statement['effect'],
    wanted?: readonly PrincipalMatch[],
  ): Rule[] => {
    const axis: ResourceAxis = name === 'parentPolicy' ? 'parent' : 'resource';
    return (access[name] ?? []).flatMap((statement) => {
      if (statement.effect !== effect) return [];
      const match = matchPrincipal(statement.principals, access.caller);
      if (match === undefined || (wanted !== undefined && !wanted.includes(match))) return [];
      return [{ ...bound(statement, bindings), statement, layer: layerNames[name], axis }];
    });
  };
  const denies = (Object.keys(layerNames) as LayerName[]).flatMap((name) => rules(name, 'Deny'));
  return {
    region: [access.facts, ...region],
    parent: { conditions: [], ...(access.parent && { resources: access.parent }) },
    grants: grantsOf(access, rules),
    denies,
    impossible: access.impossible,
  };
}

/**
 * The ways a request can be granted.
 * Source: IAM User Guide, "Policy evaluation logic" (same account, cross-account) and "Permissions
 * boundaries" (a boundary limits what a resource policy gives a role by its ARN, not what it gives everyone);
 * KMS Developer Guide, "Key policies" (without a statement for the account, IAM policies have no effect).
 */
function grantsOf(
  access: AccessCase,
  rules: (name: LayerName, effect: 'Allow', wanted?: readonly PrincipalMatch[]) => Rule[],
): AllowLayer[][] {
  const layer = (name: LayerName): AllowLayer => ({ layer: layerNames[name], rules: rules(name, 'Allow') });
  const resource = (...wanted: PrincipalMatch[]): AllowLayer => ({
    layer: layerNames.resourcePolicy,
    rules: [...rules('resourcePolicy', 'Allow', wanted), ...rules('parentPolicy', 'Allow', wanted)],
  });
  const identity = layer('identity');
  const limits = (['boundary', 'session'] as const).filter((name) => access[name] !== undefined).map(layer);
  const endpoint = access.endpoint === undefined ? [] : [layer('endpoint')];
  const { caller, authority } = access;
  let ways: AllowLayer[][];
  if (access.identity === undefined) ways = [[resource('limited', 'unlimited')]];
  else if (caller.account !== access.resourceAccount) {
    ways = [[resource('limited', 'unlimited', 'account'), identity, ...limits]];
  } else {
    const byIdentity = [identity, ...limits];
    ways = [
      authority === 'resource' ? [resource('account'), ...byIdentity] : byIdentity,
      [resource('limited'), ...limits],
      [resource('unlimited')],
    ];
  }
  return ways.map((way) => [...way, ...endpoint]);
}

const cache = new WeakMap<Statement, Map<string, { selector: Selector; exact: boolean }>>();

/** Statements without variables keep their identity, so that boxes are computed once for all cases. */
function bound(statement: Statement, bindings: Bindings): { selector: Selector; exact: boolean } {
  if (!hasVariables(statement)) return { selector: statement, exact: true };
  let known = cache.get(statement);
  if (known === undefined) {
    known = new Map();
    cache.set(statement, known);
  }
  const key = JSON.stringify([...bindings].sort());
  let found = known.get(key);
  if (found === undefined) {
    found = bindVariables(statement, bindings, statement.effect === 'Allow');
    known.set(key, found);
  }
  return found;
}
