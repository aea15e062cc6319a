import { visibleText } from './visible.ts';

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** A text of an input on one line of Markdown, for a cell of a table too: nothing in it is markup or HTML. */
export const markdownText = (text: string): string =>
  visibleText(text)
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim()
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/[<>&]/g, (character) => entities[character] ?? '');

/** A text of an input as code of Markdown, where no backslash escapes: what would end it stands as `\u{60}`. */
export const markdownCode = (text: string): string =>
  `\`${visibleText(text).replace(/[`|\n]/g, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)}\``;

/** A row of a table of Markdown; cells are Markdown already. */
export const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
