/** Place in an assembly; printed with every failure and every culprit. */
export interface Place {
  readonly stack: string;
  readonly logicalId: string;
  /** Path below the resource, for example `Properties.KeyPolicy.Statement[2]`. */
  readonly path: string;
}

export const formatPlace = (place: Place): string =>
  [place.stack, place.logicalId, place.path].filter((part) => part !== '').join(' ');

/** Something the prover does not understand. Every statement that depends on it stays unproved. */
export interface Failure {
  /** Stable code, for example `POLICY-OPERATOR`. */
  readonly code: string;
  readonly place: Place;
  readonly got: string;
  readonly expected: string;
}

/** Takes down what the prover does not model, at a path below the resource. */
export type Refuse = (path: string, code: string, got: string, expected: string) => void;

/** `Action`/`NotAction` and `Resource`/`NotResource`: globs, any of which matches. */
export interface GlobMatch {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

export type PrincipalPattern =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'arn'; readonly arn: string }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'federated'; readonly provider: string };

export type ConditionFamily =
  | 'string'
  | 'string-ignore-case'
  | 'string-like'
  | 'arn'
  | 'bool'
  | 'null'
  | 'numeric'
  | 'date'
  | 'ip';

export type Comparison = 'equals' | 'less' | 'less-equals' | 'greater' | 'greater-equals';

export interface Operator {
  /** As written, for messages: `ForAnyValue:StringNotLikeIfExists`. */
  readonly name: string;
  readonly family: ConditionFamily;
  readonly comparison: Comparison;
  readonly negated: boolean;
  readonly ifExists: boolean;
  readonly quantifier?: 'all' | 'any';
}

/** An operator on one context key; `key` is lower case, as key names are not case-sensitive. */
export interface Condition {
  readonly operator: Operator;
  readonly key: string;
  /** The key as written, for people. */
  readonly written: string;
  readonly values: readonly string[];
}

/** A set of requests: the conjunction of its parts; what is left out is unconstrained. */
export interface Selector {
  readonly actions?: GlobMatch;
  readonly resources?: GlobMatch;
  readonly conditions: readonly Condition[];
}

export interface Statement extends Selector {
  readonly effect: 'Allow' | 'Deny';
  readonly sid?: string;
  readonly place: Place;
  /** Undefined in identity policies, boundaries and SCPs, which have no `Principal`. */
  readonly principals?: readonly PrincipalPattern[];
  readonly actions: GlobMatch;
}
