import { type Pattern, tokenize } from '../automata/pattern.ts';

/** SMT-LIB 2.6 terms as text. */
export const and = (terms: readonly string[]): string => join('and', terms, 'true');
export const or = (terms: readonly string[]): string => join('or', terms, 'false');
export const not = (term: string): string => `(not ${term})`;

function join(operator: string, terms: readonly string[], empty: string): string {
  if (terms.length === 0) return empty;
  return terms.length === 1 ? (terms[0] as string) : `(${operator} ${terms.join(' ')})`;
}

/** A string literal; everything outside printable ASCII is escaped. */
const text = (value: string): string =>
  `"${value.replace(/"/g, '""').replace(/[^ -~]|\\/g, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`)}"`;

/** A symbol; any printable name will do between bars. */
export const symbol = (name: string): string => `|${name}|`;

/** True where the string term `subject` matches the pattern, as one regular expression. */
export function matching(subject: string, pattern: Pattern): string {
  const parts: string[] = [];
  let literal = '';
  const flush = (): void => {
    if (literal !== '') parts.push(`(str.to_re ${text(literal)})`);
    literal = '';
  };
  for (const token of tokenize(pattern)) {
    if (token.kind === 'char') {
      const lower = token.char.toLowerCase();
      const upper = token.char.toUpperCase();
      if (!token.ignoreCase || lower === upper) literal += token.char;
      else {
        flush();
        parts.push(`(re.union (str.to_re ${text(lower)}) (str.to_re ${text(upper)}))`);
      }
      continue;
    }
    flush();
    const one = token.bounded ? '(re.diff re.allchar (str.to_re ":"))' : 're.allchar';
    if (token.kind === 'one') parts.push(one);
    else parts.push(token.bounded ? `(re.* ${one})` : 're.all');
  }
  flush();
  if (parts.length === 0) return `(= ${subject} "")`;
  return `(str.in_re ${subject} ${parts.length === 1 ? parts[0] : `(re.++ ${parts.join(' ')})`})`;
}

/** A number literal, negative ones included. */
export const number = (value: number): string => {
  const digits = Math.abs(value).toFixed(6).replace(/0+$/, '').replace(/\.$/, '.0');
  return value < 0 ? `(- ${digits})` : digits;
};
