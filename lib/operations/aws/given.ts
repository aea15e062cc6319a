/**
 * A part of an answer that AWS always sends.
 *
 * @throws Error without it: half an answer is no answer, and "there are none" must not be read into it
 */
export function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`an answer without ${name}`);
  return value;
}
