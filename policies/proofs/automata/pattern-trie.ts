import type { Pattern, Token } from './pattern';
import { tokenize } from './pattern';

/** A position shared by all patterns with the same beginning. */
export interface TrieNode {
  readonly id: number;
  /** Set on a node behind `*`: it also follows itself, on any character or on any but a colon. */
  readonly loop?: 'any' | 'bounded';
  readonly edges: Map<string, { readonly token: Token; readonly to: TrieNode }>;
  /** Patterns that end here. */
  readonly accepts: number[];
}

/** Nondeterministic automaton of many patterns at once. */
export function patternTrie(patterns: readonly Pattern[]): TrieNode {
  let nodes = 0;
  const create = (loop?: 'any' | 'bounded'): TrieNode => ({
    id: nodes++,
    ...(loop === undefined ? {} : { loop }),
    edges: new Map(),
    accepts: [],
  });
  const root = create();
  patterns.forEach((pattern, index) => {
    let node = root;
    for (const token of tokenize(pattern)) {
      const label = labelOf(token);
      let edge = node.edges.get(label);
      if (edge === undefined) {
        edge = { token, to: create(token.kind === 'many' ? (token.bounded ? 'bounded' : 'any') : undefined) };
        node.edges.set(label, edge);
      }
      node = edge.to;
    }
    node.accepts.push(index);
  });
  return root;
}

const labelOf = (token: Token): string =>
  token.kind === 'char'
    ? `${token.ignoreCase ? 'i' : 'c'}${token.ignoreCase ? token.char.toLowerCase() : token.char}`
    : `${token.kind}${token.bounded ? ':' : ''}`;

/** Adds a node and what can be reached from it without reading a character (`*` may match nothing). */
export function addClosed(node: TrieNode, into: Map<number, TrieNode>): void {
  if (into.has(node.id)) return;
  into.set(node.id, node);
  for (const { token, to } of node.edges.values()) if (token.kind === 'many') addClosed(to, into);
}

/** Reads one character from a set of nodes. `undefined` stands for a character no pattern names. */
export function step(nodes: Iterable<TrieNode>, char: string | undefined): Map<number, TrieNode> {
  const next = new Map<number, TrieNode>();
  for (const node of nodes) {
    if (node.loop === 'any' || (node.loop === 'bounded' && char !== ':')) addClosed(node, next);
    for (const { token, to } of node.edges.values()) if (reads(token, char)) addClosed(to, next);
  }
  return next;
}

function reads(token: Token, char: string | undefined): boolean {
  if (token.kind === 'one') return !(token.bounded && char === ':');
  if (token.kind === 'many') return false;
  if (char === undefined) return false;
  return token.ignoreCase ? token.char.toLowerCase() === char.toLowerCase() : token.char === char;
}

/** Characters that any edge out of these nodes names; lower case first, so that witnesses read well. */
export function namedCharacters(nodes: Iterable<TrieNode>): string[] {
  const named = new Set<string>();
  for (const node of nodes) {
    if (node.loop === 'bounded') named.add(':');
    for (const { token } of node.edges.values()) {
      if (token.kind === 'char') {
        named.add(token.char);
        if (token.ignoreCase) named.add(token.char.toLowerCase()).add(token.char.toUpperCase());
      } else if (token.bounded) named.add(':');
    }
  }
  return [...named].sort((a, b) => (a > b ? -1 : 1));
}
