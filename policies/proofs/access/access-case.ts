import type { GlobMatch, Place, Selector, Statement } from '../policy/statement.ts';

/** Principal of a request. */
export interface Caller {
  /** Label for a reader: a role name, `anyone outside the organization`. */
  readonly label: string;
  readonly kind: 'role' | 'user' | 'root' | 'service' | 'anonymous' | 'federated';
  /** ARN of the role or user; undefined for a caller known only by its account, and for the other kinds. */
  readonly arn?: string;
  readonly account?: string;
  /** Service principal name, or ARN of the identity provider. */
  readonly name?: string;
}

/**
 * Weight of a resource's own policy, as AWS documents it for the service:
 * `either`: inside the account identity or resource policy is enough (S3, SQS);
 * `resource`: the resource's policy must allow, naming the caller or leaving it to the account (KMS, role trust).
 */
export type Authority = 'either' | 'resource';

/**
 * Case of one caller who reaches one kind of resource over one path, with every policy AWS would consult.
 * A layer that is undefined is not there; an empty one is there and allows nothing.
 */
export interface AccessCase {
  readonly caller: Caller;
  readonly resourceAccount: string;
  readonly authority: Authority;
  readonly identity?: readonly Statement[];
  readonly boundary?: readonly Statement[];
  readonly session?: readonly Statement[];
  readonly resourcePolicy?: readonly Statement[];
  /** Policy of the resource behind the named one: the bucket of an access point. */
  readonly parentPolicy?: readonly Statement[];
  /** Policy of the VPC endpoint the request passes. */
  readonly endpoint?: readonly Statement[];
  /** Deny statements only; FullAWSAccess is taken to be attached, the worst case. */
  readonly serviceControl: readonly Statement[];
  readonly resourceControl: readonly Statement[];
  /** Facts of every such request: principal, owner of the resource, path. */
  readonly facts: readonly Selector[];
  /** Names the resource behind the named one can have, where there is one. */
  readonly parent?: GlobMatch;
  /** Combinations that cannot occur. */
  readonly impossible: readonly Selector[];
}

const nowhere: Place = { stack: '', logicalId: '', path: 'assumed: every action on every resource' };

/** The worst case: an identity policy that allows everything. */
export const allowEverything: Statement = {
  effect: 'Allow',
  place: nowhere,
  actions: { negated: false, patterns: ['*'] },
  resources: { negated: false, patterns: ['*'] },
  conditions: [],
};

/** The worst case: a resource policy that lets everyone do everything. */
export const openToEveryone: readonly Statement[] = [
  { ...allowEverything, principals: [{ kind: 'everyone' }] },
];
