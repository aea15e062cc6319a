import { parseRange } from '../engine/ip-range.ts';
import { UndecidableError } from '../engine/undecidable.ts';
import { conditionPatterns } from '../engine/value-domain.ts';
import type { Condition } from '../policy/statement.ts';
import { and, matching, not, number, or, symbol } from './terms.ts';

/** Encoding of one context key: its declaration, and conditions on it. */
export interface KeyEncoding {
  readonly declarations: readonly string[];
  readonly holds: (condition: Condition) => string;
}

/**
 * A key with one value: `present` and `value`; numbers, dates and addresses add `comparable`, false for a
 * value that is none.
 */
export function singleKey(key: string, conditions: readonly Condition[]): KeyEncoding {
  const present = symbol(`${key} present`);
  const value = symbol(key);
  const comparable = symbol(`${key} comparable`);
  const family = conditions.find(({ operator }) => operator.family !== 'null')?.operator.family;
  const sort = family === 'numeric' || family === 'date' ? 'Real' : family === 'ip' ? 'Int' : 'String';
  const matches = (condition: Condition): string => {
    const texts = conditionPatterns(condition);
    if (sort === 'String') return or(texts.map((pattern) => matching(value, pattern)));
    return and([comparable, or(condition.values.map((wanted) => compare(condition, value, wanted)))]);
  };
  return {
    declarations: [
      `(declare-const ${present} Bool)`,
      `(declare-const ${value} ${sort})`,
      ...(sort === 'String' ? [] : [`(declare-const ${comparable} Bool)`]),
    ],
    holds: (condition) => {
      const { operator } = condition;
      if (operator.family === 'null') return nullCheck(condition, present);
      const matched = matches(condition);
      const inside = operator.negated ? not(matched) : matched;
      const absent =
        operator.quantifier === 'all' ||
        (operator.quantifier !== 'any' && (operator.negated || operator.ifExists));
      return absent ? or([not(present), inside]) : and([present, inside]);
    },
  };
}

/**
 * A key with a set of values: as many optional members as there are conditions, which is enough, since each
 * condition or its negation asks for one member at most.
 */
export function setKey(key: string, conditions: readonly Condition[]): KeyEncoding {
  const members = Array.from({ length: Math.max(1, conditions.length) }, (_, at) => ({
    value: symbol(`${key} ${at}`),
    there: symbol(`${key} ${at} present`),
  }));
  const present = or(members.map(({ there }) => there));
  return {
    declarations: members.flatMap(({ value, there }) => [
      `(declare-const ${there} Bool)`,
      `(declare-const ${value} String)`,
    ]),
    holds: (condition) => {
      const { operator } = condition;
      if (operator.family === 'null') return nullCheck(condition, present);
      const inside = (value: string): string => {
        const matched = or(conditionPatterns(condition).map((pattern) => matching(value, pattern)));
        return operator.negated ? not(matched) : matched;
      };
      return operator.quantifier === 'any'
        ? or(members.map(({ there, value }) => and([there, inside(value)])))
        : and(members.map(({ there, value }) => or([not(there), inside(value)])));
    },
  };
}

const nullCheck = ({ values }: Condition, present: string): string =>
  or(values.map((value) => (value.toLowerCase() === 'true' ? not(present) : present)));

const comparisons = {
  equals: '=',
  less: '<',
  'less-equals': '<=',
  greater: '>',
  'greater-equals': '>=',
} as const;

function compare({ operator }: Condition, value: string, wanted: string): string {
  if (operator.family !== 'ip') {
    const bound = operator.family === 'date' ? Date.parse(wanted) : Number(wanted);
    return `(${comparisons[operator.comparison]} ${value} ${number(bound)})`;
  }
  const range = parseRange(wanted);
  if (range === undefined) throw new UndecidableError(`${wanted} is no IP range`);
  return and([`(<= ${range.first} ${value})`, `(<= ${value} ${range.last})`]);
}
