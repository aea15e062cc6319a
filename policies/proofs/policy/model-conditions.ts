import { readArn } from '../../template/arn.ts';
import type { Condition as Written } from '../../template/policy/statement.ts';
import { parseOperator } from './operators.ts';
import type { Condition, Operator, Refuse } from './statement.ts';

/** Conditions with their operators interpreted. `isMultivalued` tells context keys that carry a set of values. */
export const modelConditions = (
  conditions: readonly Written[],
  path: string,
  isMultivalued: (key: string) => boolean,
  refuse: Refuse,
): Condition[] =>
  conditions.flatMap(({ operator: name, key, written, values }) => {
    const operator = parseOperator(name);
    if (typeof operator === 'string') {
      refuse(`${path}.${name}`, 'POLICY-OPERATOR', name, operator);
      return [];
    }
    const at = `${path}.${name}.${written}`;
    const bad = values.find((value) => !wellFormed(operator, value));
    if (bad !== undefined) {
      refuse(at, 'POLICY-CONDITION-VALUE', bad, `a value that ${name} can compare`);
      return [];
    }
    if (isMultivalued(key) && operator.quantifier === undefined && operator.family !== 'null') {
      const expected = 'ForAllValues or ForAnyValue on a key with many values';
      refuse(at, 'POLICY-SINGLE-ON-SET', `${name} on ${written}`, expected);
      return [];
    }
    return [{ operator, key, written, values }];
  });

const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4Range = `${octet}(\\.${octet}){3}(/(3[0-2]|[12]?\\d))?`;
const ipv6Range = '[0-9a-f:]*:[0-9a-f:.]*(/(12[0-8]|1[01]\\d|\\d?\\d))?';
const ipRange = new RegExp(`^(${ipv4Range}|${ipv6Range})$`, 'i');

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
      return readArn(value) !== undefined;
    case 'string':
    case 'string-ignore-case':
    case 'string-like':
      return true;
  }
}
