import { parseOperator } from './operators.ts';
import type { Condition, Operator } from './statement.ts';

type Report = (path: string, code: string, got: unknown, expected: string) => void;

/** Reads a `Condition` block. `isMultivalued` says which context keys carry a set of values. */
export function parseConditions(
  block: unknown,
  isMultivalued: (key: string) => boolean,
  report: Report,
): Condition[] {
  if (block === undefined) return [];
  if (!isObject(block)) {
    report('.Condition', 'POLICY-CONDITION', block, 'an object of operators');
    return [];
  }
  return Object.entries(block).flatMap(([name, keys]) => {
    const operator = parseOperator(name);
    if (typeof operator === 'string') {
      report(`.Condition.${name}`, 'POLICY-OPERATOR', name, operator);
      return [];
    }
    if (!isObject(keys)) {
      report(`.Condition.${name}`, 'POLICY-CONDITION', keys, 'an object of context keys');
      return [];
    }
    return Object.entries(keys).flatMap(([key, values]) =>
      parseOne(operator, key, values, isMultivalued, (code, got, expected) =>
        report(`.Condition.${name}.${key}`, code, got, expected),
      ),
    );
  });
}

function parseOne(
  operator: Operator,
  key: string,
  written: unknown,
  isMultivalued: (key: string) => boolean,
  report: (code: string, got: unknown, expected: string) => void,
): Condition[] {
  const list = Array.isArray(written) ? written : [written];
  const values = list.flatMap((value) =>
    typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
      ? [String(value)]
      : [],
  );
  if (values.length !== list.length || values.length === 0) {
    report('POLICY-CONDITION-VALUE', written, 'one or more strings, numbers or booleans');
    return [];
  }
  const bad = values.find((value) => !wellFormed(operator, value));
  if (bad !== undefined) {
    report('POLICY-CONDITION-VALUE', bad, `a value that ${operator.name} can compare`);
    return [];
  }
  const lower = key.toLowerCase();
  if (isMultivalued(lower) && operator.quantifier === undefined && operator.family !== 'null') {
    report(
      'POLICY-SINGLE-ON-SET',
      `${operator.name} on ${key}`,
      'ForAllValues or ForAnyValue on a key with many values',
    );
    return [];
  }
  return [{ operator, key: lower, written: key, values }];
}

const ipRange = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)(\/\d{1,3})?$/;

function wellFormed(operator: Operator, value: string): boolean {
  switch (operator.family) {
    case 'bool':
    case 'null':
      return /^(true|false)$/i.test(value);
    case 'numeric':
      return value.trim() !== '' && Number.isFinite(Number(value));
    case 'date':
      return Number.isFinite(Date.parse(value));
    case 'ip':
      return ipRange.test(value);
    case 'arn':
      return value.split(':').length >= 6;
    default:
      return true;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
