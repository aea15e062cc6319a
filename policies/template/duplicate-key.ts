/**
 * The first name that an object of a document of JSON has twice, and the offset of its second place; undefined where
 * there is none. Readers differ in which of the two counts.
 *
 * @param text well-formed JSON; looked through once.
 */
export function duplicateKey(text: string): { readonly name: string; readonly offset: number } | undefined {
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(undefined);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(text, at);
      const names = open.at(-1);
      if (names && isName(text, end)) {
        const name = JSON.parse(text.slice(at, end + 1)) as string;
        if (names.has(name)) return { name, offset: at };
        names.add(name);
      }
      at = end;
    }
  }
  return undefined;
}

/** Offset of the quotation mark that ends the text that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** A text that a colon follows. */
function isName(text: string, end: number): boolean {
  let at = end + 1;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return text[at] === ':';
}
