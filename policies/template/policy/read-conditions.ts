import { scalarText } from '../resolve.ts';
import { isObject } from '../template-shape.ts';
import type { Condition, Report } from './statement.ts';

/** Conditions of a `Condition` block, one for each operator and key; operators are not interpreted. */
export function readConditions(block: unknown, path: string, report: Report): Condition[] {
  if (block === undefined) return [];
  if (!isObject(block)) {
    report(path, 'POLICY-CONDITION', block, 'an object of operators');
    return [];
  }
  return Object.entries(block).flatMap(([operator, keys]) => {
    if (!isObject(keys)) {
      report(`${path}.${operator}`, 'POLICY-CONDITION', keys, 'an object of context keys');
      return [];
    }
    return Object.entries(keys).map(([key, written]) => {
      const list: unknown[] = Array.isArray(written) ? written : [written];
      const values = list.map(scalarText).filter((text) => text !== undefined);
      if (values.length !== list.length || list.length === 0)
        report(`${path}.${operator}.${key}`, 'POLICY-CONDITION-VALUE', written, 'one or more scalars');
      return { operator, key: key.toLowerCase(), written: key, values };
    });
  });
}
