import { wrapText } from '../model/wrap-text.ts';

/** A label and its text, wrapped for a terminal of 80 columns; the text begins at the column of `indent`. */
export function labelledLines(label: string, text: string, indent: number): string[] {
  // A link that is cut is no link.
  const [first = '', ...rest] = /^https:\S+$/.test(text) ? [text] : wrapText(text, 80 - indent);
  return [label.padEnd(indent) + first, ...rest.map((line) => ' '.repeat(indent) + line)];
}

/** Something that has an id, for a reader at a terminal of 80 columns: id and title, then its facts. */
export const factsAsText = (
  id: string,
  title: string,
  facts: readonly (readonly [label: string, text: string])[],
): string =>
  [
    ...labelledLines(id, title, Math.max(12, id.length + 2)),
    '',
    ...facts.flatMap(([label, text]) => labelledLines(label, text, 12)),
    '',
  ].join('\n');
