import { keep } from '../../lib/model/keep.ts';

/** True where a text matches a glob: `*` any text, `?` one character, `${*}` the character itself. */
export function isLike(glob: string, text: string, fold: boolean): boolean {
  const given = fold ? text.toLowerCase() : text;
  const { beginning, tokens } = compile(glob, fold);
  if (!given.startsWith(beginning)) return false;
  if (tokens.length === 0) return given.length === beginning.length;
  if (tokens.length === 1 && tokens[0] === anyText) return true;
  // Back to the last `*` alone; to go back to all of them finds no more and takes time without end.
  let [at, here] = [0, beginning.length];
  let [star, tried] = [-1, 0];
  while (here < given.length) {
    const one = tokens[at];
    if (one === anyText) {
      star = at++;
      tried = here;
    } else if (one === anyCharacter || one === given[here]) {
      at++;
      here++;
    } else if (star !== -1) {
      at = star + 1;
      here = ++tried;
    } else return false;
  }
  while (tokens[at] === anyText) at++;
  return at === tokens.length;
}

const anyText = Symbol('*');
const anyCharacter = Symbol('?');

interface Compiled {
  /** Text before the first wildcard. */
  readonly beginning: string;
  /** From the first wildcard on. */
  readonly tokens: readonly (string | symbol)[];
}

const compiled = { plain: new Map<string, Compiled>(), fold: new Map<string, Compiled>() };

/** Patterns are few and requests many: each is taken apart once. */
const compile = (glob: string, fold: boolean): Compiled =>
  keep(compiled[fold ? 'fold' : 'plain'], glob, () => takeApart(fold ? glob.toLowerCase() : glob));

function takeApart(glob: string): Compiled {
  if (!/[*?$]/.test(glob)) return { beginning: glob, tokens: [] };
  const tokens = (glob.match(/\$\{[*?$]\}|[\s\S]/g) ?? []).map((token) => {
    if (token === '*') return anyText;
    if (token === '?') return anyCharacter;
    return token.length > 1 ? (token[2] as string) : token;
  });
  const first = tokens.findIndex((token) => typeof token === 'symbol');
  const fixed = first === -1 ? tokens.length : first;
  return { beginning: tokens.slice(0, fixed).join(''), tokens: tokens.slice(fixed) };
}
