import { readArn } from '../../template/arn.ts';
import { wholeAccount } from '../../template/policy/read-principals.ts';
import type { Principal } from '../../template/policy/statement.ts';

/** Answers about the principals that the stage makes. */
export interface Known {
  /** True for an account whose roles the stage makes. */
  readonly accounts: ReadonlySet<string>;
  /** ARNs of the roles and users that are there. */
  readonly principals: ReadonlySet<string>;
}

/**
 * Sentence about a principal that its service refuses: IAM, S3, KMS, SNS and SQS look each one up when they take a
 * policy; elsewhere it is nobody. Undefined for one that is there, and for what no template can tell.
 */
export function principalProblem({ kind, value }: Principal, known: Known): string | undefined {
  if (value === '*') return undefined;
  if (/[*?]/.test(value)) return 'one principal, without a wildcard';
  if (kind === 'Service')
    return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.(com|eu)(\.cn)?|amazon\.com)$/.test(value)
      ? undefined
      : 'a service principal such as s3.amazonaws.com';
  if (kind !== 'AWS' || wholeAccount(value) !== undefined) return undefined;
  const { service, account = '', resource = '' } = readArn(value) ?? {};
  const isIdentity = service === 'iam' && /^(role|user)\//.test(resource);
  if (!isIdentity || !known.accounts.has(account) || known.principals.has(value)) return undefined;
  return 'a principal that is there: no template of the stage makes it, nor does cdk bootstrap';
}
