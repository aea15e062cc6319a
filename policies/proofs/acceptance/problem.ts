/** Something in a template that AWS refuses, or takes and never uses. */
export interface Problem {
  /** Path below the resource: `Properties.PolicyDocument.Statement[2].Sid`. */
  readonly at: string;
  readonly got: string;
  readonly expected: string;
  /** Page of AWS that says so. */
  readonly source: string;
}

export const formatProblem = ({ at, got, expected }: Problem): string =>
  `${at}: got ${got}, expected ${expected}`;
