/**
 * Characters of an input that act on whoever reads them, or that nobody sees: control characters but the line feed,
 * marks of direction, zero-width and other ignorable characters, separators of lines, halves of pairs.
 *
 * @see https://www.unicode.org/reports/tr36/ "Unicode Security Considerations"
 */
const acting =
  /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** A text in which such characters stand as `\u{1b}`; every renderer calls it at its border. */
export const visibleText = (text: string): string =>
  text.replace(acting, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/** A text on one line: a line feed of an input would begin a line that looks like one of ours. */
export const visibleLine = (text: string): string => visibleText(text).replaceAll('\n', '\\u{a}');

/** A value of data with every text in it made visible, names of its properties too. */
export function visible<T>(value: T): T {
  if (typeof value === 'string') return visibleText(value) as T;
  if (Array.isArray(value)) return value.map(visible) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [visibleText(name), visible(one)]);
  return Object.fromEntries(entries) as T;
}

/** A value as a document of JSON that ends with a line feed. */
export const visibleJson = (value: unknown): string => `${JSON.stringify(visible(value), null, 2)}\n`;
