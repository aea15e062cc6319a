import type { Finding } from '../model/finding.ts';

/** Report of a command, ready for any renderer. */
export interface Report {
  /** For example `lpo check`. */
  readonly command: string;
  /** YYYY-MM-DD for which dates were evaluated. */
  readonly asOf: string;
  /** Facts about what was looked at, in the order they are printed. */
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  readonly accepted: readonly Accepted[];
  /** Sources left out, and why, in words; said in every format. @default - nothing */
  readonly notRun?: readonly string[];
  /** Limits of the report; printed under it. @default - nothing */
  readonly notice?: string;
}

export interface Fact {
  /** Two or three words, for people. */
  readonly name: string;
  /** For people; may have several lines, and a time. */
  readonly text: string;
  /** For programs, by camel-case name; the same input gives the same bytes. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A finding that somebody answers for. */
export interface Accepted {
  readonly how: 'acknowledged' | 'excepted' | 'waived';
  readonly finding: Finding;
  readonly reason: string;
  readonly owner: string;
  /** @default - an acknowledgement needs none */
  readonly approver?: string;
  /** Last day, YYYY-MM-DD. */
  readonly until: string;
}

export const formats = ['text', 'json', 'sarif', 'junit', 'markdown'] as const;
export type Format = (typeof formats)[number];
