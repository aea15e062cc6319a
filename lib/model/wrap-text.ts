/**
 * Lines of at most `width` characters, broken at blanks.
 *
 * @param longWords a word longer than a line is broken too, or kept whole on a line that is too long
 */
export function wrapText(text: string, width: number, longWords: 'broken' | 'whole' = 'broken'): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    let rest = word;
    if (line && line.length + 1 + rest.length > width) {
      lines.push(line);
      line = '';
    }
    while (longWords === 'broken' && rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = line ? `${line} ${rest}` : rest;
  }
  return line ? [...lines, line] : lines;
}

/** `label` in a column of its own, the text wrapped beside it. */
export function labelled(label: string, text: string, width = 80, indent = 12): string {
  return wrapText(text, width - indent)
    .map((line, index) => `${index === 0 ? `  ${label}`.padEnd(indent) : ' '.repeat(indent)}${line}`)
    .join('\n');
}
