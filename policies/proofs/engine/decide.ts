import type { AccessCase } from '../access/access-case.ts';
import { questionOf } from '../access/question-of.ts';
import { evaluateRequest, matchesAny, showsAll } from '../evaluate-request.ts';
import type { Condition, Selector, Statement } from '../policy/statement.ts';
import { CaseBoxes } from './case-boxes.ts';
import { findRefusal, type MayShow } from './find-refusal.ts';
import { collectSelectors, keysIn, keysOf, type Question, type Rule } from './question.ts';
import { type Request, smallestRequest } from './request.ts';
import { search } from './search.ts';
import { Space, type SpaceOptions } from './space.ts';
import { UndecidableError } from './undecidable.ts';
import type { DemandVerdict, EscapedDeny, Verdict } from './verdict.ts';

/** "No request of this region, but those of `except`, is allowed in any of these cases." */
export interface Claim {
  readonly region: readonly Selector[];
  readonly cases: readonly AccessCase[];
  readonly except?: readonly Selector[];
}

/** "Every request of this region is allowed in this case." */
export interface Demand {
  readonly region: readonly Selector[];
  readonly access: AccessCase;
  /**
   * True where a request of the action may show a context key that neither region nor facts settle: then every value
   * is asked about, and none. @default - no key is shown that nobody states
   */
  readonly mayShow?: MayShow;
}

/** Answers about claims and demands that share one world. */
export interface Decider {
  decide(claim: Claim): Verdict;
  require(demand: Demand): DemandVerdict;
}

/** A claim on its own. */
export const decide = (claim: Claim, options: SpaceOptions): Verdict =>
  prepare([claim], [], options).decide(claim);

/** Lays out every question and builds every partition once, for all that share a world. */
export function prepare(
  claims: readonly Claim[],
  demands: readonly Demand[],
  options: SpaceOptions,
): Decider {
  const questions = new Map<AccessCase, Question>();
  const selectors = new Set<Selector>();
  const seen = new Set<readonly Rule[]>();
  const layOut = (access: AccessCase): void => {
    if (questions.has(access)) return;
    const question = questionOf(access);
    questions.set(access, question);
    collectSelectors(question, selectors, seen);
  };
  for (const { region, cases, except = [] } of claims) {
    for (const selector of [...region, ...except]) selectors.add(selector);
    for (const access of cases) layOut(access);
  }
  for (const { region, access } of demands) {
    for (const selector of region) selectors.add(selector);
    layOut(access);
  }
  const space = new Space(selectors, options);
  const prepared: Prepared = {
    questions,
    space,
    shown: new CaseBoxes(space),
    spelling: spellingOf(selectors, options.known?.action ?? []),
  };
  return {
    decide: (claim) => unlessUndecidable(() => decideCases(prepared, claim)),
    require: (demand) => unlessUndecidable(() => requireAll(prepared, demand)),
  };
}

function unlessUndecidable<T>(decide: () => T): T | { readonly kind: 'unknown'; readonly reason: string } {
  try {
    return decide();
  } catch (error) {
    if (error instanceof UndecidableError) return { kind: 'unknown', reason: error.message };
    throw error;
  }
}

interface Prepared {
  readonly questions: ReadonlyMap<AccessCase, Question>;
  readonly space: Space;
  readonly shown: CaseBoxes;
  readonly spelling: ReadonlyMap<string, string>;
}

function requireAll(
  { questions, space, shown, spelling }: Prepared,
  { region, access, mayShow = () => false }: Demand,
): DemandVerdict {
  const question = questions.get(access) as Question;
  const keys = contextKeys(question, region);
  const found = findRefusal(space, question, shown.of(question), region, keys, mayShow);
  if (found.kind === 'contradiction') return { kind: 'impeded', impediment: { access, found, spelling } };
  const request = smallestRequest(space, found.box, keys);
  const { allowed, allowedBy } = evaluateRequest(access, request);
  if (!fits(access, [...question.facts, ...region], request) || allowed !== (found.kind === 'allowed'))
    return { kind: 'unknown', reason: disagreement(question, true) };
  return found.kind === 'allowed'
    ? { kind: 'possible', allows: allowedBy }
    : { kind: 'impeded', impediment: { access, found, request, spelling } };
}

function decideCases(
  { questions, space, shown, spelling }: Prepared,
  { region, cases, except = [] }: Claim,
): Verdict {
  const denies = new Set<Statement>();
  const missing = new Set<string>();
  let excluded = false;
  let unknown: Verdict | undefined;
  for (const access of cases) {
    const question = questions.get(access) as Question;
    const outcome = search(space, question, shown.of(question), region, except);
    if (outcome.kind === 'none') {
      for (const { statement } of outcome.denies) denies.add(statement);
      for (const layer of outcome.missing) missing.add(layer);
      excluded ||= outcome.excluded;
      continue;
    }
    const request = smallestRequest(space, outcome.box, contextKeys(question, region));
    if (replays(access, [...question.facts, ...region], except, request)) {
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

/** A counter-example counts only when the separate evaluator allows it too, and it is one that was looked for. */
const replays = (
  access: AccessCase,
  region: readonly Selector[],
  except: readonly Selector[],
  request: Request,
): boolean =>
  fits(access, region, request) &&
  !except.some((selector) => isIn(selector, request)) &&
  evaluateRequest(access, request).allowed;

const fits = (access: AccessCase, region: readonly Selector[], request: Request): boolean =>
  region.every((selector) => isIn(selector, request)) && matchesAny(access.parent, request.parent, request);

const isIn = ({ actions, resources, conditions }: Selector, request: Request): boolean =>
  matchesAny(actions, request.action, request, true) &&
  matchesAny(resources, request.resource, request) &&
  showsAll(conditions, request);

function disagreement(question: Question, exact: boolean): string {
  if (exact) return 'the prover and the evaluator of single requests disagree; please report this';
  const rules = [...question.denies, ...question.grants.flat().flatMap(({ rules }) => rules)].flat();
  const culprit = rules.find((rule) => !rule.exact)?.statement;
  return `a policy variable without a fixed value in ${culprit?.place.logicalId ?? ''} ${culprit?.place.path ?? ''}`;
}

const contextKeys = (question: Question, region: readonly Selector[]): ReadonlySet<string> =>
  new Set([...keysOf(question), ...keysIn(region)]);

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
