import type { AllowLayer, Question, Rule } from '../engine/question';
import type { Statement } from '../policy/statement';
import type { AccessCase } from './access-case';
import { bindingsOf } from './bind-variables';
import type { PrincipalMatch } from './match-principal';
import { type LayerName, layerNames, matchedRules } from './matched-rules';

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

type RulesOf = (name: LayerName, effect: Statement['effect'], wanted?: readonly PrincipalMatch[]) => Rule[];

function layOut(access: AccessCase): Question {
  const bindings = bindingsOf(access.facts);
  const rules: RulesOf = (name, effect, wanted) =>
    matchedRules(access[name] ?? [], name, access.caller, bindings).flatMap(({ rule, match }) =>
      rule.statement.effect === effect && (wanted === undefined || wanted.includes(match)) ? [rule] : [],
    );
  return {
    facts: access.facts,
    parent: { conditions: [], ...(access.parent && { resources: access.parent }) },
    grants: grantsOf(access, rules),
    denies: (Object.keys(layerNames) as LayerName[]).flatMap((name) => rules(name, 'Deny')),
    impossible: access.impossible,
  };
}

/**
 * The ways a request can be granted.
 * Source: IAM User Guide, "Policy evaluation logic" (same account, cross-account) and "Permissions
 * boundaries" (a boundary limits what a resource policy gives a role by its ARN, not what it gives everyone);
 * KMS Developer Guide, "Key policies" (without a statement for the account, IAM policies have no effect).
 */
function grantsOf(access: AccessCase, rules: RulesOf): AllowLayer[][] {
  const layer = (name: LayerName): AllowLayer => ({ layer: layerNames[name], rules: rules(name, 'Allow') });
  const resource = (...wanted: PrincipalMatch[]): AllowLayer => ({
    layer: layerNames.resourcePolicy,
    rules: [...rules('resourcePolicy', 'Allow', wanted), ...rules('parentPolicy', 'Allow', wanted)],
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
