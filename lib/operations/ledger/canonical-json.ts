import canonicalizeModule from 'canonicalize';
import { asText } from '../../model/as-text.ts';

// A CommonJS package whose types say ES module: what Node imports is the function itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** The one text of a JSON value. @see RFC 8785 @throws for values JSON does not have (NaN, undefined) */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`no JSON value: ${asText(value)}`);
  return text;
}

/**
 * True where a text is the canonical form of the value parsed from it.
 *
 * RFC 8785 takes numbers and strings as ECMAScript writes them; what is left is the order of keys. Checking
 * that is several times faster than serializing with sorted keys.
 */
export const isCanonical = (text: string, parsed: unknown): boolean =>
  JSON.stringify(parsed) === text && hasSortedKeys(parsed);

function hasSortedKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSortedKeys);
  let before: string | undefined;
  for (const key of Object.keys(value)) {
    if (before !== undefined && before >= key) return false;
    before = key;
    const item = (value as Record<string, unknown>)[key];
    if (typeof item === 'object' && !hasSortedKeys(item)) return false;
  }
  return true;
}
