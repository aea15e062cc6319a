import type { Comparison, ConditionFamily, Operator } from './statement.ts';

type Base = Pick<Operator, 'family' | 'comparison' | 'negated'>;

const base = (family: ConditionFamily, comparison: Comparison = 'equals', negated = false): Base => ({
  family,
  comparison,
  negated,
});

/**
 * Every condition operator the prover models.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators". `BinaryEquals` is left out on
 * purpose: nothing here uses it, so it fails closed.
 */
const bases: Readonly<Record<string, Base>> = {
  StringEquals: base('string'),
  StringNotEquals: base('string', 'equals', true),
  StringEqualsIgnoreCase: base('string-ignore-case'),
  StringNotEqualsIgnoreCase: base('string-ignore-case', 'equals', true),
  StringLike: base('string-like'),
  StringNotLike: base('string-like', 'equals', true),
  ArnEquals: base('arn'),
  ArnLike: base('arn'),
  ArnNotEquals: base('arn', 'equals', true),
  ArnNotLike: base('arn', 'equals', true),
  Bool: base('bool'),
  Null: base('null'),
  NumericEquals: base('numeric'),
  NumericNotEquals: base('numeric', 'equals', true),
  NumericLessThan: base('numeric', 'less'),
  NumericLessThanEquals: base('numeric', 'less-equals'),
  NumericGreaterThan: base('numeric', 'greater'),
  NumericGreaterThanEquals: base('numeric', 'greater-equals'),
  DateEquals: base('date'),
  DateNotEquals: base('date', 'equals', true),
  DateLessThan: base('date', 'less'),
  DateLessThanEquals: base('date', 'less-equals'),
  DateGreaterThan: base('date', 'greater'),
  DateGreaterThanEquals: base('date', 'greater-equals'),
  IpAddress: base('ip'),
  NotIpAddress: base('ip', 'equals', true),
};

export const operatorNames: readonly string[] = Object.keys(bases);

/** The operator of that name, or a sentence that says why there is none. */
export function parseOperator(name: string): Operator | string {
  const match = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(name);
  const found = match?.[2] === undefined ? undefined : bases[match[2]];
  if (match === null || found === undefined) return 'an operator the prover models';
  const ifExists = match[3] !== undefined;
  const quantifier = match[1] === 'ForAllValues' ? 'all' : match[1] === 'ForAnyValue' ? 'any' : undefined;
  if (found.family === 'null' && (ifExists || quantifier !== undefined)) {
    return 'Null without IfExists and without a set operator';
  }
  if (quantifier === 'any' && ifExists) {
    return 'ForAnyValue without IfExists: AWS does not document what both together mean on an absent key';
  }
  return { name, ...found, ifExists, ...(quantifier === undefined ? {} : { quantifier }) };
}
