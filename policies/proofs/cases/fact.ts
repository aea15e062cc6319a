import { parseOperator } from '../policy/operators.ts';
import type { Condition } from '../policy/statement.ts';

/** A condition written by us: `fact('StringEquals', 'aws:PrincipalAccount', '1')`. */
export function fact(operator: string, key: string, ...values: readonly string[]): Condition {
  const parsed = parseOperator(operator);
  if (typeof parsed === 'string') throw new Error(`${operator}: ${parsed}`);
  return { operator: parsed, key: key.toLowerCase(), written: key, values };
}

export const is = (key: string, value: string): Condition => fact('StringEquals', key, value);
export const isAbsent = (key: string): Condition => fact('Null', key, 'true');
export const isPresent = (key: string): Condition => fact('Null', key, 'false');
