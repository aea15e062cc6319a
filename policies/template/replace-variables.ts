/**
 * A text with `replace` put in for each match of a pattern of `${name}`.
 *
 * Looked through once: what stands behind the last brace can hold no variable, and is not searched for the end of one
 * again and again.
 */
export function replaceVariables(
  text: string,
  pattern: RegExp,
  replace: (whole: string, ...groups: string[]) => string,
): string {
  const end = text.lastIndexOf('}') + 1;
  return text.slice(0, end).replace(pattern, replace) + text.slice(end);
}
