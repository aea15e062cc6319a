import { createHmac } from 'node:crypto';

/** Words that say what kind of body it is, not which one. */
const legalForms = new Set(
  (
    'ab ag as asa bhd bv co company corp corporation gmbh inc incorporated kg kk limited llc llp lp ltd nv oy ' +
    'plc private pte pty pvt sa sarl sas sdn se sl spa srl the holding holdings group'
  ).split(' '),
);

/** Letters NFKD leaves alone. Names in other scripts stay as they are: give a Latin alias as well. */
const foreignLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

export interface PartyTokens {
  /** `y-` and the first twelve digits of the first exact token. */
  readonly id: string;
  readonly exact: readonly string[];
  readonly near: readonly string[];
}

/**
 * Tokens of a party: HMAC-SHA-256 of its normalised names. `exact` are the names themselves; `near` are
 * spellings without legal form and word order, and a skeleton of consonants for names that sound alike.
 *
 * @param names the name first, then its aliases; at least one
 * @param key 32 bytes or more that never enter the repository
 */
export function partyTokens(names: readonly [string, ...string[]], key: Uint8Array): PartyTokens {
  const token = (kind: string, text: string): string =>
    createHmac('sha256', key).update(`${kind}\n${text}`).digest('hex');
  const exact = unique(names.map((name) => token('exact', normaliseName(name))));
  const near = unique(
    names.flatMap((name) => {
      const words = coreWords(name);
      return [token('words', words.join(' ')), token('sound', words.map(skeleton).join(' '))];
    }),
  );
  return { id: `y-${(exact[0] ?? '').slice(0, 12)}`, exact, near };
}

/** Lower case, no accents, no punctuation, single blanks. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœþ]/g, (letter) => foreignLetters[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words of a name without its legal form, sorted; all words when nothing else is left. */
function coreWords(name: string): string[] {
  const words = normaliseName(name).split(' ');
  const core = words.filter((word) => !legalForms.has(word) && word !== 'and');
  return (core.length > 0 ? core : words).sort();
}

/** Consonants of a word, as it is heard over a bad line. */
function skeleton(word: string): string {
  const heard = word
    .replace(/ph/g, 'f')
    .replace(/c[eiy]/g, 's')
    .replace(/ck|c|q/g, 'k')
    .replace(/z/g, 's')
    .replace(/w/g, 'v')
    .replace(/h/g, '');
  const first = heard.charAt(0);
  return (first + heard.slice(1).replace(/[aeiouy]/g, '')).replace(/(.)\1+/g, '$1');
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
