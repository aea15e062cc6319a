import type { Finding } from '../../lib/model/finding.ts';
import type { StackTemplate } from './assembly.ts';

/** Result of a reader, stacks and findings; the caller fails once, with every problem. */
export interface ReadStacks {
  readonly stacks: readonly StackTemplate[];
  readonly problems: readonly Finding[];
}
