/**
 * One thing wrong with what a person gave us.
 *
 * `line` and `column` count from 1; a problem with a whole file sits at 1:1. What is not a file (an account,
 * a live key) has line 0 and is printed without a position.
 */
export interface Problem {
  /** Stable code a person can search for, for example `CFG-UNKNOWN-FIELD`. */
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly got: string;
  readonly expected: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Input that cannot be used; carries every problem found, never just the first. */
export class UnusableInputError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'UnusableInputError';
  }
}

/** What a file holds is quoted; it must not steer the terminal it is printed on. */
const control = /(?!\n)\p{Cc}/gu;

/** `file:line:column CODE` on one line, then what was got, what is expected and what to do. */
export function formatProblem(problem: Problem): string {
  const position = problem.line > 0 ? `:${problem.line}:${problem.column}` : '';
  return [
    `${problem.file}${position} ${problem.code}`,
    `  got       ${problem.got.replace(control, '\uFFFD')}`,
    `  expected  ${problem.expected}`,
    `  to mend   ${problem.fix}`,
  ].join('\n');
}
