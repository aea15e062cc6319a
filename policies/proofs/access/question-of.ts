import type { AllowLayer, Question } from '../engine/question';
import type { GlobMatch, Selector } from '../policy/statement';
import type { AccessCase } from './access-case';
import { bindingsOf } from './bind-variables';
import type { PrincipalMatch } from './match-principal';
import { type LayerName, layerNames, type MatchedRules, matchedRules } from './matched-rules';

const questions = new WeakMap<AccessCase, Question>();

/** Lays out the policies of a case the way AWS documents policy evaluation. Once for each case. */
export function questionOf(access: AccessCase): Question {
  let question = questions.get(access);
  if (question === undefined) {
    question = layOut(access);
    questions.set(access, question);
  }
  return question;
}

function layOut(access: AccessCase): Question {
  const bindings = bindingsOf(access.facts);
  const layers = {} as Record<LayerName, MatchedRules>;
  for (const name of names) layers[name] = matchedRules(access[name], name, access.caller, bindings);
  return {
    facts: access.facts,
    parent: access.parent === undefined ? anyParent : parentOf(access.parent),
    grants: grantsOf(access, layers),
    denies: Object.values(layers).flatMap(({ denies }) => (denies.length === 0 ? [] : [denies])),
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
  const layer = (name: LayerName): AllowLayer => ({ layer: layerNames[name], rules: [layers[name].allows] });
  const resource = (...wanted: PrincipalMatch[]): AllowLayer => ({
    layer: layerNames.resourcePolicy,
    rules: wanted.flatMap((match) => [
      layers.resourcePolicy.allowing[match],
      layers.parentPolicy.allowing[match],
    ]),
  });
  const limits = (['boundary', 'session'] as const).filter((name) => access[name] !== undefined).map(layer);
  const endpoint = access.endpoint === undefined ? [] : [layer('endpoint')];
  const byIdentity = [layer('identity'), ...limits];
  const { caller, authority } = access;
  let ways: AllowLayer[][];
  if (access.identity === undefined) ways = [[resource('limited', 'unlimited')]];
  else if (caller.account !== access.resourceAccount) {
    ways = [[resource('limited', 'unlimited', 'account'), ...byIdentity]];
  } else {
    ways = [
      authority === 'resource' ? [resource('account'), ...byIdentity] : byIdentity,
      [resource('limited'), ...limits],
      [resource('unlimited')],
    ];
  }
  return ways.map((way) => [...way, ...endpoint]);
}
