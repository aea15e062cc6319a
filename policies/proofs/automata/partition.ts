import type { Pattern } from './pattern.ts';
import { patternId } from './pattern.ts';
import { patternTrie } from './pattern-trie.ts';
import { namedCharacters, type Positions, Walk } from './walk.ts';

/** Raised when a dimension would have more classes than the cap: the prover gives up, it never guesses. */
export class TooManyClassesError extends Error {}

export interface StringPartition {
  /** A text for each class; index is the class. */
  readonly witnesses: readonly string[];
  /** Classes a pattern covers, by `patternId`. */
  readonly covers: ReadonlyMap<string, readonly number[]>;
  /** Edges looked at to make it: the same on every machine. */
  readonly steps: number;
  /** Class of any text. */
  classify(text: string): number;
}

export interface PartitionOptions {
  /** Classes above which `TooManyClassesError` is thrown. Default 4096. */
  readonly classCap?: number;
  /** Automaton states above which it is thrown. Default 65536. */
  readonly stateCap?: number;
  /** Edges looked at above which it is thrown; twelve times what the largest examples need. Default 4,000,000. */
  readonly stepCap?: number;
  /** Texts to prefer as witnesses, because a person knows them (real action names, for example). */
  readonly preferred?: readonly string[];
}

/**
 * Splits *all* texts into finitely many classes such that no pattern tells two texts of a class apart, and
 * gives a shortest witness of each. Joint subset construction over the automaton of all patterns,
 * breadth first, so the result depends on the patterns alone.
 */
export function partitionStrings(
  patterns: readonly Pattern[],
  options: PartitionOptions = {},
): StringPartition {
  const { classCap = 4096, stateCap = 65_536, stepCap = 4_000_000, preferred = [] } = options;
  const walk = new Walk(patternTrie(patterns));
  const classes = new Map<string, number>();
  const witnesses: string[] = [];
  const members: (readonly number[])[] = [];
  const classOf = (nodes: Positions, text: string): number => {
    const accepted = acceptedBy(nodes);
    const signature = accepted.join(',');
    let found = classes.get(signature);
    if (found === undefined) {
      found = witnesses.length;
      if (found >= classCap) throw new TooManyClassesError(`more than ${classCap} classes of text`);
      classes.set(signature, found);
      witnesses.push(text);
      members.push(accepted);
    } else if (witnesses[found] === '') witnesses[found] = text; // an empty text puzzles a reader
    return found;
  };
  const seen = new Set<string>([keyOf(walk.start)]);
  const queue: { nodes: Positions; text: string }[] = [{ nodes: walk.start, text: '' }];
  for (let at = 0; at < queue.length; at++) {
    if (queue.length > stateCap) throw new TooManyClassesError(`more than ${stateCap} automaton states`);
    const { nodes, text } = queue[at] as (typeof queue)[number];
    classOf(nodes, text);
    const named = namedCharacters(nodes);
    // Each of them was compared with the ones before it.
    walk.looked += (named.length * named.length) >>> 4;
    for (const char of [undefined, ...named]) {
      if (walk.looked > stepCap) throw new TooManyClassesError(`more than ${stepCap} steps of the automaton`);
      const next = walk.step(nodes, char);
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ nodes: next, text: text + (char ?? unnamed(named)) });
    }
  }
  const steps = walk.looked;
  const replaced = new Set<number>();
  for (const text of preferred) {
    const index = classOf(walk.read(text), text);
    if (!replaced.has(index)) witnesses[index] = text;
    replaced.add(index);
  }
  const covers = new Map<string, number[]>(patterns.map((pattern) => [patternId(pattern), []]));
  members.forEach((accepted, index) => {
    for (const pattern of accepted) covers.get(patternId(patterns[pattern] as Pattern))?.push(index);
  });
  return { witnesses, covers, steps, classify: (text) => classOf(walk.read(text), text) };
}

/** Patterns that match what led here, ascending. */
function acceptedBy(nodes: Positions): number[] {
  const accepted: number[] = [];
  let sorted = true;
  for (const { accepts } of nodes)
    for (const pattern of accepts) {
      sorted &&= accepted.length === 0 || (accepted.at(-1) as number) < pattern;
      accepted.push(pattern);
    }
  return sorted ? accepted : accepted.sort((a, b) => a - b);
}

function keyOf(nodes: Positions): string {
  let key = '';
  for (const { id } of nodes) key += `${id},`;
  return key;
}

/** A character that stands for all characters no pattern names here; a readable one where possible. */
function unnamed(named: readonly string[]): string {
  const taken = new Set(named);
  for (const char of 'xyzwvutsrqponmlkjihgfedcba0123456789-_') if (!taken.has(char)) return char;
  for (let code = 0x100; ; code++)
    if (!taken.has(String.fromCharCode(code))) return String.fromCharCode(code);
}
