/** Lines of at most `width` characters, broken at blanks, and inside a word only where it is longer than a line. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    let rest = word;
    if (line && line.length + 1 + rest.length > width) {
      lines.push(line);
      line = '';
    }
    while (rest.length > width) {
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
