/** A position of a pattern. `bounded` wildcards stop at a colon, as the components of `Arn*` operators do. */
export type Token =
  | { readonly kind: 'char'; readonly char: string; readonly ignoreCase: boolean }
  | { readonly kind: 'one'; readonly bounded: boolean }
  | { readonly kind: 'many'; readonly bounded: boolean };

/**
 * Comparison of a text, as AWS does it:
 * `literal` character by character; `literal-ignore-case`; `glob` with `*` and `?` over everything;
 * `action` a glob over lower-case text; `arn` a glob whose first five components are matched one by one.
 */
export type PatternKind = 'literal' | 'literal-ignore-case' | 'glob' | 'action' | 'arn';

export interface Pattern {
  readonly kind: PatternKind;
  readonly text: string;
}

export const patternId = (pattern: Pattern): string => `${pattern.kind}|${pattern.text}`;

/** A policy variable the prover could not bind; it stands for any text. */
export const unboundVariable = '$'.concat('{unbound}');

/** Tokens of a pattern. `${*}`, `${?}` and `${$}` are the escapes IAM documents. */
export function tokenize(pattern: Pattern): Token[] {
  const { kind } = pattern;
  const text = kind === 'action' ? pattern.text.toLowerCase() : pattern.text;
  const wild = kind === 'glob' || kind === 'action' || kind === 'arn';
  const tokens: Token[] = [];
  let colons = 0;
  let unbound = false;
  for (let at = 0; at < text.length; at++) {
    const bounded = kind === 'arn' && colons < 5 && !unbound;
    const char = text[at] as string;
    const escaped = char === '$' ? /^\$\{([*?$])\}/.exec(text.slice(at, at + 4)) : null;
    if (escaped?.[1] !== undefined) {
      tokens.push({ kind: 'char', char: escaped[1], ignoreCase: false });
      at += 3;
    } else if (char === '$' && text.startsWith(unboundVariable, at)) {
      tokens.push({ kind: 'many', bounded: false });
      at += unboundVariable.length - 1;
      unbound = true;
    } else if (wild && char === '*') tokens.push({ kind: 'many', bounded });
    else if (wild && char === '?') tokens.push({ kind: 'one', bounded });
    else {
      if (char === ':') colons++;
      tokens.push({ kind: 'char', char, ignoreCase: kind === 'literal-ignore-case' });
    }
  }
  return tokens;
}
