import type { ConfigFolder } from '../config-folder.ts';

/** What is done to the shipped configuration, and exactly what a person then reads. */
export interface BadInput {
  readonly name: string;
  readonly spoil: (c: ConfigFolder) => unknown;
  /** Indented by six blanks in the source. */
  readonly message: string;
}
