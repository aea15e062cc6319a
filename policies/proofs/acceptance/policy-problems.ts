import { rcpServices } from '../../reading/condition-keys.ts';
import { isKeyOfOtherActions, isUnknownKey } from '../../reading/known-keys.ts';
import { quotaFigures } from '../../reading/quota-figures.ts';
import type { Statement } from '../../template/policy/statement.ts';
import { isMultivalued } from '../aws/context-keys.ts';
import { modelPolicy } from '../policy/model-policy.ts';
import { type PolicyKind, type PolicyKindName, policyKinds } from './policy-kinds.ts';
import { type Known, principalProblem } from './principal-problem.ts';
import type { Problem } from './problem.ts';

/** A policy document of a template, and what it may be about. */
export interface WrittenPolicy {
  readonly kind: PolicyKindName;
  /** Path of the document below its resource. */
  readonly at: string;
  readonly document: unknown;
  /** True for an element of `Resource` that the policy may name. @default - any */
  readonly takes?: Takes;
}

/** Resources that a resource policy may name. */
export interface Takes {
  readonly resource: (arn: string) => boolean;
  readonly expected: string;
  /** Sentence about an action that fits none of the resources; undefined where it fits. @default - not looked at */
  readonly misfit?: (action: string, resources: readonly string[]) => string | undefined;
}

type Say = (at: string, got: string, expected: string) => void;

/** Everything in a policy that its service refuses, or that has no effect. */
export function policyProblems({ kind: name, at, document, takes }: WrittenPolicy, known: Known): Problem[] {
  const kind: PolicyKind = policyKinds[name];
  const problems: Problem[] = [];
  const say: Say = (path, got, expected) =>
    problems.push({ at: path, got, expected, source: `${name}, ${kind.source}` });
  const place = { stack: '', logicalId: '', path: at };
  const { failures, written: statements } = modelPolicy(document, {
    place,
    kind: kind.grammar,
    isMultivalued,
  });
  for (const { place: there, got, expected } of failures) say(there.path, got, expected);
  if (statements.length === 0 && failures.length === 0) say(at, 'no statement', 'one or more');
  sizeProblem(document, at, kind, say);
  sidProblems(statements, kind, say);
  for (const statement of statements) {
    elementProblems(statement, name, kind, say);
    actionProblems(statement, name, kind, say);
    resourceProblems(statement, takes, say);
    conditionProblems(statement, kind, say);
    for (const [element, principals] of [
      ['Principal', statement.principals],
      ['NotPrincipal', statement.notPrincipals],
    ] as const)
      for (const principal of principals) {
        const expected = principalProblem(principal, known);
        if (expected !== undefined)
          say(`${statement.path}.${element}`, `${principal.kind} ${principal.value}`, expected);
      }
  }
  return problems;
}

/** Text of a policy as CloudFormation sends it. */
const textOf = (document: unknown): string =>
  typeof document === 'string' ? document : (JSON.stringify(document) ?? '');

/** Length of a policy as its service counts it. */
export function lengthOf(document: unknown, unit: string): number {
  const text = textOf(document);
  if (unit === 'bytes') return Buffer.byteLength(text);
  return (unit === 'characters without white space' ? text.replace(/\s/g, '') : text).length;
}

function sizeProblem(document: unknown, at: string, { size, ofIam = false }: PolicyKind, say: Say): void {
  const text = textOf(document);
  const [strange] = ofIam ? (/[^\t\n\r\x20-\xff]/.exec(text) ?? []) : [];
  if (strange !== undefined) say(at, JSON.stringify(strange), 'characters up to U+00FF');
  if (size === undefined) return;
  const { value, unit } = quotaFigures[size];
  const length = lengthOf(text, unit);
  if (length > value) say(at, `${length} ${unit}`, `at most ${value} (${size})`);
}

function sidProblems(statements: readonly Statement[], { ofIam = false }: PolicyKind, say: Say): void {
  const seen = new Set<string>();
  for (const { path, sid } of statements) {
    if (sid === undefined) continue;
    if (seen.has(sid)) say(`${path}.Sid`, `a second ${sid}`, 'a Sid for one statement alone');
    if (ofIam && !/^[A-Za-z0-9]*$/.test(sid)) say(`${path}.Sid`, sid, 'letters and digits');
    seen.add(sid);
  }
}

function elementProblems(statement: Statement, name: PolicyKindName, kind: PolicyKind, say: Say): void {
  const { path, effect, notActions, notPrincipals, notResources, principals, resources } = statement;
  const written = {
    NotAction: notActions.length > 0,
    NotPrincipal: notPrincipals.length > 0,
    NotResource: notResources.length > 0,
  };
  for (const element of kind.without ?? [])
    if (written[element]) say(`${path}.${element}`, element, `no ${element} in a ${name}`);
  if (effect === 'Allow' && notPrincipals.length > 0)
    say(`${path}.NotPrincipal`, 'NotPrincipal with Allow', 'Principal');
  if (name === 'resource control policy') {
    if (effect !== 'Deny') say(`${path}.Effect`, effect, 'Deny');
    if (principals.some(({ kind: of }) => of !== '*')) say(`${path}.Principal`, 'a principal', '"*"');
  }
  if (name === 'service control policy' && effect === 'Allow' && resources.some((one) => one !== '*'))
    say(`${path}.Resource`, 'a resource under Allow', '"*"');
}

function actionProblems(statement: Statement, name: PolicyKindName, kind: PolicyKind, say: Say): void {
  const services = name === 'resource control policy' ? rcpServices : kind.services;
  for (const [element, actions] of [
    ['Action', statement.actions],
    ['NotAction', statement.notActions],
  ] as const)
    for (const action of actions) {
      const service = action.split(':')[0]?.toLowerCase() ?? '';
      const isForeign = services !== undefined && action !== '*' && !services.includes(service);
      if (isForeign) say(`${statement.path}.${element}`, action, `an action that a ${name} can be about`);
      else if (kind.actions?.test(action) === false)
        say(`${statement.path}.${element}`, action, `an action that a ${name} takes, without the wildcard`);
    }
}

function conditionProblems(
  { path, actions, conditions }: Statement,
  { services }: PolicyKind,
  say: Say,
): void {
  const isOfS3 = services?.includes('s3') === true;
  for (const { key, operator, written } of conditions) {
    const at = `${path}.Condition.${operator}`;
    if (isUnknownKey(key)) say(at, written, 'a condition key that AWS documents');
    else if (isOfS3)
      for (const action of actions)
        if (isKeyOfOtherActions(action, key))
          say(at, `${written} with ${action}`, 'a key that comes with the action');
  }
}

function resourceProblems(statement: Statement, takes: Takes | undefined, say: Say): void {
  if (takes === undefined) return;
  const { path, actions, resources, notResources } = statement;
  for (const [element, list] of [
    ['Resource', resources],
    ['NotResource', notResources],
  ] as const)
    for (const one of list) if (!takes.resource(one)) say(`${path}.${element}`, one, takes.expected);
  if (resources.length > 0 && resources.every(takes.resource))
    for (const action of actions) {
      const misfit = takes.misfit?.(action, resources);
      if (misfit !== undefined) say(`${path}.Action`, action, misfit);
    }
}
