/** A statement of an IAM policy as data, for those who may not load the CDK. */
export interface Permission {
  /** Statement id, letters and digits. @default - none */
  readonly sid?: string;
  /** Effect of the statement. @default 'Allow' */
  readonly effect?: 'Allow' | 'Deny';
  /** Actions with their service's prefix. */
  readonly actions: readonly string[];
  /** ARNs, or `*`. */
  readonly resources: readonly string[];
  /** By operator, then key. @default - none */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A statement that others of the same role may be merged with, by its id. */
export interface NamedPermission extends Permission {
  readonly sid: string;
}
