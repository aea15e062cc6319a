import { type Pattern, type Token, tokenize } from './pattern.ts';

/** A position shared by all patterns with the same beginning. */
export interface TrieNode {
  readonly id: number;
  /** Set on a node behind `*`: it also follows itself, on any character or on any but a colon. */
  readonly loop: 'any' | 'bounded' | undefined;
  readonly edges: Edge[];
  /** Patterns that end here. */
  readonly accepts: number[];
  /** The node and what is reached from it without reading a character: `*` may match nothing. */
  readonly closure: TrieNode[];
}

export interface Edge {
  readonly token: Token;
  readonly to: TrieNode;
}

/** Nondeterministic automaton of many patterns at once; `size` nodes, `root` the first of them. */
export function patternTrie(patterns: readonly Pattern[]): {
  readonly root: TrieNode;
  readonly size: number;
} {
  const root = createNode(0, undefined);
  const nodes = [root];
  for (const [index, pattern] of patterns.entries()) {
    let node = root;
    for (const token of tokenize(pattern)) {
      let edge = node.edges.find((one) => isSame(one.token, token));
      if (edge === undefined) {
        edge = { token, to: createNode(nodes.length, loopOf(token)) };
        nodes.push(edge.to);
        node.edges.push(edge);
      }
      node = edge.to;
    }
    node.accepts.push(index);
  }
  // The far ends first: what follows a node was made after it.
  for (const node of nodes.reverse()) {
    for (const { token, to } of node.edges) if (token.kind === 'many') node.closure.push(...to.closure);
  }
  return { root, size: nodes.length };
}

const createNode = (id: number, loop: TrieNode['loop']): TrieNode => {
  const closure: TrieNode[] = [];
  const node = { id, loop, edges: [], accepts: [], closure };
  closure[0] = node;
  return node;
};

const loopOf = (token: Token): TrieNode['loop'] =>
  token.kind === 'many' ? (token.bounded ? 'bounded' : 'any') : undefined;

function isSame(a: Token, b: Token): boolean {
  if (a.kind !== 'char' || b.kind !== 'char')
    return a.kind !== 'char' && b.kind !== 'char' && a.kind === b.kind && a.bounded === b.bounded;
  if (a.ignoreCase !== b.ignoreCase) return false;
  return a.char === b.char || (a.ignoreCase && a.char.toLowerCase() === b.char.toLowerCase());
}
