import type { AllowLayer, Question, Rule } from '../engine/question.ts';
import type { GlobMatch, Selector } from '../policy/statement.ts';
import type { AccessCase } from './access-case.ts';
import { bindingsOf } from './bind-variables.ts';
import type { PrincipalMatch } from './match-principal.ts';
import { type LayerName, layerNames, type MatchedRules, matchedRules } from './matched-rules.ts';

/** Lays out the policies of a case the way AWS documents policy evaluation. */
export function questionOf(access: AccessCase): Question {
  const bindings = bindingsOf(access.facts);
  const layers = {} as Record<LayerName, MatchedRules>;
  const denies: (readonly Rule[])[] = [];
  for (const name of names) {
    const matched = matchedRules(access[name], name, access.caller, bindings);
    layers[name] = matched;
    if (matched.denies.length > 0) denies.push(matched.denies);
  }
  return {
    facts: access.facts,
    parent: access.parent === undefined ? anyParent : parentOf(access.parent),
    grants: grantsOf(access, layers),
    denies,
    impossible: access.impossible,
  };
}

type Layers = Readonly<Record<LayerName, MatchedRules>>;
const names = Object.keys(layerNames) as LayerName[];
const anyParent: Selector = { conditions: [] };
const parents = new WeakMap<GlobMatch, Selector>();

function parentOf(resources: GlobMatch): Selector {
  const selector = parents.get(resources) ?? { conditions: [], resources };
  parents.set(resources, selector);
  return selector;
}

/**
 * The ways a request can be granted.
 * Source: IAM User Guide, "Policy evaluation logic" (same account, cross-account) and "Permissions
 * boundaries" (a boundary limits what a resource policy gives a role by its ARN, not what it gives everyone);
 * KMS Developer Guide, "Key policies" (without a statement for the account, IAM policies have no effect).
 */
function grantsOf(access: AccessCase, layers: Layers): AllowLayer[][] {
  const endpoint = access.endpoint === undefined ? [] : [layer('endpoint', layers)];
  const { caller, authority } = access;
  if (access.identity === undefined) return [[resource(layers, 'limited', 'unlimited'), ...endpoint]];
  const limits = limiting.filter((name) => access[name] !== undefined).map((name) => layer(name, layers));
  const byIdentity = [layer('identity', layers), ...limits, ...endpoint];
  if (caller.account !== access.resourceAccount) {
    return [[resource(layers, 'limited', 'unlimited', 'account'), ...byIdentity]];
  }
  return [
    authority === 'resource' ? [resource(layers, 'account'), ...byIdentity] : byIdentity,
    [resource(layers, 'limited'), ...limits, ...endpoint],
    [resource(layers, 'unlimited'), ...endpoint],
  ];
}

const limiting = ['boundary', 'session'] as const;

const layer = (name: LayerName, layers: Layers): AllowLayer => ({
  layer: layerNames[name],
  rules: [layers[name].allows],
});

/** Allows of the resource's policy, and of the policy behind it, that meet the caller so. */
function resource(layers: Layers, ...wanted: readonly PrincipalMatch[]): AllowLayer {
  const rules: (readonly Rule[])[] = [];
  for (const match of wanted)
    for (const { allowing } of [layers.resourcePolicy, layers.parentPolicy])
      if (allowing[match].length > 0) rules.push(allowing[match]);
  return { layer: layerNames.resourcePolicy, rules };
}
