/** A word of a command: a text to be quoted, or a piece of shell that is written as it stands. */
export type Word = string | { readonly shell: string };

/** The value of a shell variable that an earlier command has set. @param around text before and after it */
export const variable = (name: string, around: readonly [string, string] = ['', '']): Word => ({
  shell: `"${around[0]}$${name}${around[1]}"`,
});

const plain = /^[\w@%+=:,./-]+$/;
const inDoubleQuotes = /^[^"$`\\!]*$/;
const width = 100;

/** A text as one word of a POSIX shell. */
function quoted(text: string): string {
  if (plain.test(text)) return text;
  return text.includes("'") && inDoubleQuotes.test(text) ? `"${text}"` : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command of a POSIX shell; too long for a line it goes on in the next, where an option begins. */
export function shellCommand(...words: readonly Word[]): string {
  const parts: string[] = [];
  for (const word of words) {
    const text = typeof word === 'string' ? quoted(word) : word.shell;
    const value = parts.length > 0 && !text.startsWith('-');
    if (value) parts.push(`${parts.pop()} ${text}`);
    else parts.push(text);
  }
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + part.length + 3 <= width) lines.push(`${lines.pop()} ${part}`);
    else lines.push(part);
  }
  return lines.join(' \\\n  ');
}

/** Words of a template: split at blanks, a value is one word or several; a text may be part of a word. */
export function wordsOf(
  pieces: TemplateStringsArray,
  values: readonly (Word | readonly Word[])[],
): readonly Word[] {
  const marked = pieces.reduce((text, piece, index) => `${text}\0${index - 1}\0${piece}`);
  return marked.split(/\s+/).flatMap((token): readonly Word[] => {
    const alone = /^\0(\d+)\0$/.exec(token);
    const value = alone && values[Number(alone[1])];
    if (value) return Array.isArray(value) ? value : [value as Word];
    const word = token.replace(/\0(\d+)\0/g, (_, index: string) => {
      const part = values[Number(index)];
      if (typeof part === 'string') return part;
      throw new Error(`${token}: got a piece of shell inside a word, expected a text.`);
    });
    return word === '' ? [] : [word];
  });
}

/** A command written as it reads: `` sh`npx cdk ls --app ${folder}` ``. */
export const sh = (pieces: TemplateStringsArray, ...values: readonly (Word | readonly Word[])[]): string =>
  shellCommand(...wordsOf(pieces, values));

/** An assignment of what a command prints. */
export const captured = (name: string, command: string): string => `${name}=$(${command})`;
