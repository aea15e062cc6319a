import type { Authority, Caller } from '../../../../policies/proofs/access/access-case.ts';

/**
 * What AWS documents about policy evaluation, row by row, with the page that says it. Each row runs through
 * the evaluator of single requests and through the prover, which must agree with the page and each other.
 */
export interface Row {
  readonly says: string;
  readonly source: string;
  readonly allowed: boolean;
  /** Documents of the layers; `identity` is absent for callers without one. */
  readonly identity?: object[];
  readonly boundary?: object[];
  readonly session?: object[];
  readonly resource?: object[];
  readonly endpoint?: object[];
  readonly scp?: object[];
  readonly rcp?: object[];
  readonly caller?: Caller;
  readonly authority?: Authority;
  readonly context?: Record<string, string | string[]>;
  readonly action?: string;
  readonly arn?: string;
}

export const account = '111122223333';
export const foreign = '444455556666';
export const arn = `arn:aws:iam::${account}:role/reader`;
export const reader: Caller = { kind: 'role', label: 'reader', arn, account };
export const stranger: Caller = {
  kind: 'role',
  label: 'stranger',
  arn: `arn:aws:iam::${foreign}:role/reader`,
  account: foreign,
};
export const service: Caller = { kind: 'service', label: 'service', name: 'cloudtrail.amazonaws.com' };
export const anonymous: Caller = { kind: 'anonymous', label: 'anonymous' };

export const allow = (extra: object = {}) => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: '*',
  ...extra,
});
export const deny = (extra: object = {}) => ({
  Effect: 'Deny',
  Action: 's3:GetObject',
  Resource: '*',
  ...extra,
});
export const to = (principal: unknown, extra: object = {}) => allow({ Principal: principal, ...extra });
export const when = (condition: object) => ({ Condition: condition });

export const logic = 'IAM User Guide: Policy evaluation logic';
export const cross = 'IAM User Guide: Cross-account policy evaluation logic';
export const boundaries = 'IAM User Guide: Permissions boundaries for IAM entities';
export const operators = 'IAM User Guide: IAM JSON policy elements: Condition operators';
export const sets = 'IAM User Guide: Set operators for multi-valued context keys';
export const actions = 'IAM User Guide: IAM JSON policy elements: Action';
export const resources = 'IAM User Guide: IAM JSON policy elements: Resource';
export const principals = 'IAM User Guide: AWS JSON policy elements: Principal';
export const variables = 'IAM User Guide: IAM policy elements: Variables and tags';
export const kms = 'KMS Developer Guide: Key policies in AWS KMS';
export const scps = 'Organizations User Guide: Service control policies';
export const rcps = 'Organizations User Guide: Resource control policies';
export const vpce = 'PrivateLink Guide: Control access to VPC endpoints using endpoint policies';
