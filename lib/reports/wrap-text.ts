/** Lines of at most `width` characters, broken at blanks; a longer word stays whole. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** `label` in a column of its own, the text wrapped beside it. */
export function labelled(label: string, text: string, width = 80): string {
  const indent = 12;
  return wrapText(text, width - indent)
    .map((line, index) => `${index === 0 ? `  ${label}`.padEnd(indent) : ' '.repeat(indent)}${line}`)
    .join('\n');
}
