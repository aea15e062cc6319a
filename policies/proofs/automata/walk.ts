import type { Token } from './pattern.ts';
import type { TrieNode } from './pattern-trie.ts';

/** A set of nodes, by id. */
export type Positions = readonly TrieNode[];

/** Walks an automaton one character at a time. */
export class Walk {
  readonly start: Positions;
  /** By node: the last step that reached it. */
  private readonly reached: Uint32Array;
  private steps = 0;
  /** Edges looked at so far: what a walk costs, in steps that are the same on every machine. */
  looked = 0;

  constructor({ root, size }: { readonly root: TrieNode; readonly size: number }) {
    this.reached = new Uint32Array(size);
    this.start = inOrder([...root.closure]);
  }

  /** Reads one character. `undefined` stands for a character no pattern names. */
  step(from: Positions, char: string | undefined): Positions {
    this.steps++;
    const next: TrieNode[] = [];
    for (const node of from) {
      if (node.loop === 'any' || (node.loop === 'bounded' && char !== ':')) this.reach(node, next);
      this.looked += 1 + node.edges.length;
      for (const { token, to } of node.edges) if (reads(token, char)) this.reach(to, next);
    }
    return inOrder(next);
  }

  read(text: string): Positions {
    let at = this.start;
    for (let index = 0; index < text.length; index++) at = this.step(at, text[index]);
    return at;
  }

  private reach(node: TrieNode, into: TrieNode[]): void {
    for (const one of node.closure) {
      if (this.reached[one.id] === this.steps) continue;
      this.reached[one.id] = this.steps;
      into.push(one);
    }
  }
}

/** By id. Mostly they are already, and sorting a list of two costs more than looking. */
function inOrder(nodes: TrieNode[]): Positions {
  for (let at = 1; at < nodes.length; at++)
    if ((nodes[at - 1] as TrieNode).id > (nodes[at] as TrieNode).id) return nodes.sort((a, b) => a.id - b.id);
  return nodes;
}

function reads(token: Token, char: string | undefined): boolean {
  if (token.kind === 'one') return !(token.bounded && char === ':');
  if (token.kind === 'many' || char === undefined) return false;
  return token.char === char || (token.ignoreCase && token.char.toLowerCase() === char.toLowerCase());
}

/** Characters that any edge out of these nodes names; lower case first, so that witnesses read well. */
export function namedCharacters(nodes: Positions): string[] {
  const named: string[] = [];
  for (const node of nodes) {
    if (node.loop === 'bounded') add(named, ':');
    for (const { token } of node.edges) {
      if (token.kind !== 'char') {
        if (token.bounded) add(named, ':');
        continue;
      }
      add(named, token.char);
      if (!token.ignoreCase) continue;
      add(named, token.char.toLowerCase());
      add(named, token.char.toUpperCase());
    }
  }
  return named.length < 2 ? named : named.sort((a, b) => (a > b ? -1 : 1));
}

function add(list: string[], char: string): void {
  if (!list.includes(char)) list.push(char);
}
