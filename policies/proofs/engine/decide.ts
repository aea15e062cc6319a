import type { AccessCase } from '../access/access-case.ts';
import { questionOf } from '../access/question-of.ts';
import { evaluateRequest, matchesAny, showsAll } from '../evaluate-request.ts';
import type { Condition, Selector, Statement } from '../policy/statement.ts';
import { CaseBoxes } from './case-boxes.ts';
import { collectSelectors, type Question, type Rule } from './question.ts';
import { type Request, smallestRequest } from './request.ts';
import { search } from './search.ts';
import { Space, type SpaceOptions } from './space.ts';
import { UndecidableError } from './undecidable.ts';
import type { EscapedDeny, Verdict } from './verdict.ts';

/** "No request of this region is allowed in any of these cases." */
export interface Claim {
  readonly region: readonly Selector[];
  readonly cases: readonly AccessCase[];
}

/** A claim on its own. */
export const decide = (claim: Claim, options: SpaceOptions): Verdict => prepare([claim], options)(claim);

/** Decides claims that share one world, so that every question is laid out and every partition built once. */
export function prepare(claims: readonly Claim[], options: SpaceOptions): (claim: Claim) => Verdict {
  const questions = new Map<AccessCase, Question>();
  const selectors = new Set<Selector>();
  const seen = new Set<readonly Rule[]>();
  for (const { region, cases } of claims) {
    for (const selector of region) selectors.add(selector);
    for (const access of cases) {
      if (questions.has(access)) continue;
      const question = questionOf(access);
      questions.set(access, question);
      collectSelectors(question, selectors, seen);
    }
  }
  const space = new Space(selectors, options);
  const prepared: Prepared = {
    questions,
    space,
    shown: new CaseBoxes(space),
    spelling: spellingOf(selectors, options.known?.action ?? []),
  };
  return (claim) => {
    try {
      return decideCases(prepared, claim);
    } catch (error) {
      if (error instanceof UndecidableError) return { kind: 'unknown', reason: error.message };
      throw error;
    }
  };
}

interface Prepared {
  readonly questions: ReadonlyMap<AccessCase, Question>;
  readonly space: Space;
  readonly shown: CaseBoxes;
  readonly spelling: ReadonlyMap<string, string>;
}

function decideCases({ questions, space, shown, spelling }: Prepared, { region, cases }: Claim): Verdict {
  const denies = new Set<Statement>();
  const missing = new Set<string>();
  let excluded = false;
  let unknown: Verdict | undefined;
  for (const access of cases) {
    const question = questions.get(access) as Question;
    const outcome = search(space, question, shown.of(question), region);
    if (outcome.kind === 'none') {
      for (const { statement } of outcome.denies) denies.add(statement);
      for (const layer of outcome.missing) missing.add(layer);
      excluded ||= outcome.excluded;
      continue;
    }
    const request = smallestRequest(space, outcome.box, contextKeys(question, region));
    if (replays(access, [...question.facts, ...region], request)) {
      const allowedBy = outcome.allows.map(({ statement, layer }) => ({ statement, layer }));
      return {
        kind: 'refuted',
        counterExample: { access, request, spelling, allowedBy, escaped: escapedDenies(question, request) },
      };
    }
    unknown ??= { kind: 'unknown', reason: disagreement(question, outcome.exact) };
  }
  return unknown ?? { kind: 'proved', denies: [...denies], missing: [...missing].sort(), excluded };
}

/** Actions and keys as the policies write them; the search works in lower case. */
function spellingOf(selectors: Iterable<Selector>, familiar: readonly string[]): Map<string, string> {
  const spelling = new Map(familiar.map((action) => [action.toLowerCase(), action]));
  for (const { actions, conditions } of selectors) {
    for (const action of actions?.patterns ?? []) spelling.set(action.toLowerCase(), action);
    for (const { key, written } of conditions) spelling.set(key, written);
  }
  return spelling;
}

/** A counter-example counts only when the separate evaluator allows it too, and it fits the facts. */
function replays(access: AccessCase, region: readonly Selector[], request: Request): boolean {
  const fits = region.every(
    ({ actions, resources, conditions }) =>
      matchesAny(actions, request.action, request, true) &&
      matchesAny(resources, request.resource, request) &&
      showsAll(conditions, request),
  );
  return (
    fits && matchesAny(access.parent, request.parent, request) && evaluateRequest(access, request).allowed
  );
}

function disagreement(question: Question, exact: boolean): string {
  if (exact) return 'the prover and the evaluator of single requests disagree; please report this';
  const rules = [...question.denies, ...question.grants.flat().flatMap(({ rules }) => rules)].flat();
  const culprit = rules.find((rule) => !rule.exact)?.statement;
  return `a policy variable without a fixed value in ${culprit?.place.logicalId ?? ''} ${culprit?.place.path ?? ''}`;
}

function contextKeys(question: Question, region: readonly Selector[]): string[] {
  return [...collectSelectors(question), ...region].flatMap(({ conditions }) =>
    conditions.map(({ key }) => key),
  );
}

/** Denies that miss the request by exactly one element or condition. */
function escapedDenies(question: Question, request: Request): EscapedDeny[] {
  return question.denies.flat().flatMap(({ statement, layer, axis }: Rule): EscapedDeny[] => {
    const resource = axis === 'parent' ? request.parent : request.resource;
    const misses: ('action' | 'resource' | Condition)[] = [
      ...(matchesAny(statement.actions, request.action, request, true) ? [] : (['action'] as const)),
      ...(matchesAny(statement.resources, resource, request) ? [] : (['resource'] as const)),
      ...statement.conditions.filter((condition) => !showsAll([condition], request)),
    ];
    return misses.length === 1 && misses[0] !== undefined ? [{ statement, layer, because: misses[0] }] : [];
  });
}
