import { asText } from '../model/as-text.ts';

/** A value as it is quoted in a message: short, on one line. */
export function showValue(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'a mapping of fields';
  const text = typeof value === 'string' ? JSON.stringify(value) : asText(value);
  return text.length > 80 ? `${text.slice(0, 77)}..."` : text;
}
