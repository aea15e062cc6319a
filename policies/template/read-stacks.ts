import type { Finding } from '../../lib/model/finding.ts';
import type { StackTemplate } from './assembly.ts';

/** What a reader found, good and bad; the caller fails once, with every problem. */
export interface ReadStacks {
  readonly stacks: readonly StackTemplate[];
  readonly problems: readonly Finding[];
}
