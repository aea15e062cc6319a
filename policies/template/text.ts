import type { StackTemplate } from './assembly.ts';
import { type References, resolve, type Scope, scalarText, Unresolved } from './resolve.ts';

/** Stack and scope a value stands in. */
export type Place = Pick<StackTemplate, 'id'> & Scope;

/**
 * References as tokens: `${Key}`, `${Key.Arn}`, `${stack:Name.Output}`, `${import:Name}`.
 *
 * A token never equals a literal, so a check that wants a literal does not take it for one. A parameter is a
 * token whatever its default: a deployment may give another value.
 */
const tokens: References<Scope> = {
  ref: (name) => `\${${name}}`,
  attribute: (logicalId, attribute) => `\${${logicalId}.${attribute}}`,
  imported: (name) => `\${import:${name}}`,
  output: (stack, output) => `\${stack:${stack}.${output}}`,
  isOpen: (text) => text.includes('${'),
};

/** A value with tokens for what is known only at deployment. */
export const withTokens = (value: unknown, place: Place): unknown => resolve(value, place, tokens);

/** A value as one string with tokens, or undefined when it cannot be one. */
export function textOf(value: unknown, place: Place): string | undefined {
  const resolved = withTokens(value, place);
  return resolved instanceof Unresolved ? undefined : scalarText(resolved);
}

/** True for one token and nothing else. */
export const isToken = (text: string): boolean => /^\$\{[^}]+\}$/.test(text);

/** A value for a reader: its text, or its JSON cut to `length` characters. */
export function show(value: unknown, place: Place, length = 160): string {
  if (value === undefined) return 'absent';
  const text = textOf(value, place) ?? JSON.stringify(value);
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
