import { questionOf } from '../access/question-of.ts';
import type { Claim } from '../engine/decide.ts';
import { collectSelectors, type Question, type Rule } from '../engine/question.ts';
import type { Condition, GlobMatch, Selector } from '../policy/statement.ts';
import { type KeyEncoding, setKey, singleKey } from './key-encoding.ts';
import { and, matching, not, or } from './terms.ts';

/**
 * A claim as SMT-LIB 2.6, for a solver that is not ours.
 *
 * Each case is one `check-sat`; `unsat` means no request gets through. Only the layout of the layers and the
 * binding of policy variables are shared with the prover: every glob is one regular expression, every set
 * operator is spelled out, nothing is partitioned.
 */
export function emitClaim(title: string, claim: Claim, isMultivalued: (key: string) => boolean): string {
  const questions = claim.cases.map((access) => ({ access, question: questionOf(access) }));
  const bodies = questions.map(({ access, question }) =>
    [
      '(push 1)',
      `; ${oneLine(access.caller.label)}`,
      ...encodeQuestion(question, claim, isMultivalued),
      '(check-sat)',
      '(pop 1)',
    ].join('\n'),
  );
  return [`; ${oneLine(title)}`, '; unsat: no request gets through', ...bodies, ''].join('\n');
}

export const smtHeader = [
  '; cvc5 --incremental --strings-exp FILE   or   z3 FILE',
  '; every answer must be unsat',
  '(set-logic ALL)',
  '',
].join('\n');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

function encodeQuestion(
  question: Question,
  { region, except = [] }: Claim,
  isMultivalued: (key: string) => boolean,
): string[] {
  const keys = new Map<string, Condition[]>();
  for (const { conditions } of [...collectSelectors(question), ...region, ...except]) {
    for (const condition of conditions)
      keys.set(condition.key, [...(keys.get(condition.key) ?? []), condition]);
  }
  const encodings = new Map(
    [...keys].map(([key, conditions]): [string, KeyEncoding] => [
      key,
      isMultivalued(key) ? setKey(key, distinct(conditions)) : singleKey(key, conditions),
    ]),
  );
  const selected = (selector: Selector, axis = 'resource'): string =>
    and([
      ...glob('action', selector.actions),
      ...glob(axis, selector.resources),
      ...selector.conditions.map((condition) =>
        (encodings.get(condition.key) as KeyEncoding).holds(condition),
      ),
    ]);
  const rule = ({ selector, axis }: Rule): string => selected(selector, axis);
  const grants = question.grants.map((way) => and(way.map(({ rules }) => or(rules.flat().map(rule)))));
  return [
    ...['action', 'resource', 'parent'].map((name) => `(declare-const ${name} String)`),
    ...[...encodings.values()].flatMap(({ declarations }) => declarations),
    ...[...question.facts, ...region].map((selector) => `(assert ${selected(selector)})`),
    `(assert ${selected(question.parent, 'parent')})`,
    ...[...question.impossible, ...except].map((selector) => `(assert ${not(selected(selector))})`),
    ...question.denies.flat().map((deny) => `(assert ${not(rule(deny))})`),
    `(assert ${or(grants)})`,
  ];
}

const distinct = (conditions: readonly Condition[]): Condition[] => [
  ...new Map(conditions.map((condition) => [JSON.stringify(condition), condition])).values(),
];

function glob(axis: string, match: GlobMatch | undefined): string[] {
  if (match === undefined) return [];
  const kind = axis === 'action' ? 'action' : 'glob';
  const any = or(match.patterns.map((pattern) => matching(axis, { kind, text: pattern })));
  return [match.negated ? not(any) : any];
}
