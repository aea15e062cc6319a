import { type Finding, type Place, severities } from './finding.ts';
import { compareText } from './order.ts';

/** Order by place, then by code: the same findings print in the same order. */
export const byPlace = (a: Finding, b: Finding): number =>
  compareText(text(a.where), text(b.where)) ||
  position(a.where, 'line') - position(b.where, 'line') ||
  position(a.where, 'column') - position(b.where, 'column') ||
  compareText(a.code, b.code) ||
  compareText(a.got, b.got);

/** Worst first, then by place. */
export const bySeverity = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) || byPlace(a, b);

function text(where: Place): string {
  if ('name' in where) return where.name;
  if (!('stack' in where)) return where.file;
  return [where.stack, where.logicalId, where.property].map((part) => part ?? '').join('\n');
}

const position = (where: Place, part: 'line' | 'column'): number =>
  (part in where ? (where as { line?: number; column?: number })[part] : 0) ?? 0;
