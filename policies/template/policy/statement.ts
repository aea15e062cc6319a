export interface Principal {
  /** `*` for the bare star; otherwise AWS, Service, Federated or CanonicalUser. */
  readonly kind: string;
  readonly value: string;
}

export interface Condition {
  readonly operator: string;
  /** Lower case: condition keys ignore case. */
  readonly key: string;
  /** The key as written, for people. */
  readonly written: string;
  readonly values: readonly string[];
}

/** A statement with every list spelled out and every value as text. */
export interface Statement {
  /** Property path, for example `KeyPolicy.Statement[2]`. */
  readonly path: string;
  /** `Sid`, or the path where there is none. */
  readonly name: string;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** Actions; either these or `notActions` are empty, never both. */
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly conditions: readonly Condition[];
}

/** Something in a policy that is not understood; whoever needs the policy must not go on. */
export interface PolicyFault {
  /** Stable code, for example `POLICY-EFFECT`. */
  readonly code: string;
  /** Property path, for example `KeyPolicy.Statement[2].Effect`. */
  readonly path: string;
  readonly got: string;
  readonly expected: string;
}

export const formatFault = ({ code, path, got, expected }: PolicyFault): string =>
  `${code} at ${path}: got ${got}, expected ${expected}`;

/** Takes down what is not understood at a path. */
export type Report = (path: string, code: string, got: unknown, expected: string) => void;
