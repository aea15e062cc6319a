/**
 * A value from outside as one text: a scalar as it is written, an error as its name and message, anything else as JSON.
 *
 * Never `String(value)`: it throws at `{ toString: '' }`, which YAML and JSON can hold, and makes every other object
 * one and the same text.
 */
export function asText(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** The words of an error, without its name. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : asText(error));
