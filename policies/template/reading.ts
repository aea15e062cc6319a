import { basename, dirname, resolve } from 'node:path';

/** Most stacks of an assembly, those nested in others counted; a bound of ours, far above any account's use. */
export const maxStacks = 2000;

/** Deepest nesting of stacks; a bound of ours. */
export const maxDepth = 10;

/** Memory of one reading of an assembly, so that nothing outside is read, nothing twice, and nothing without end. */
export class Reading {
  /** Folder that nothing outside of is read. */
  readonly root: string;
  private readonly folders = new Set<string>();
  private stacks = 0;

  /** @param directory folder of an assembly; assets of a nested one lie in the folder above it. */
  constructor(directory: string) {
    const path = resolve(directory);
    this.root = basename(path).startsWith('assembly-') ? dirname(directory) : directory;
  }

  /** True for a folder that was entered before. */
  entered(folder: string): boolean {
    const path = resolve(folder);
    const before = this.folders.has(path);
    this.folders.add(path);
    return before;
  }

  /** True when one stack more is too many. */
  isFull(): boolean {
    this.stacks++;
    return this.stacks > maxStacks;
  }

  /** Limits of every file of the assembly. */
  limits(maxBytes: number) {
    return { family: 'ASM', maxBytes, within: this.root, links: 'refused' } as const;
  }
}

/** Limits of a template that somebody names by itself. */
export const loneFile = (maxBytes: number) => ({ family: 'ASM', maxBytes }) as const;
