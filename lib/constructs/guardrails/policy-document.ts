/** Condition operator to condition key to value or values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface Statement {
  /** Statement id, letters and digits: proofs and findings name it. */
  readonly Sid: string;
  /** A guardrail only denies. */
  readonly Effect: 'Deny';
  /** Resource control policies name it, always `*`; service control policies have none. */
  readonly Principal?: '*';
  /** Actions that are denied, as IAM writes them. */
  readonly Action?: readonly string[];
  /** Actions that are not denied. */
  readonly NotAction?: readonly string[];
  /** Resources for which the actions are denied. */
  readonly Resource?: string | readonly string[];
  /** Resources for which the actions are not denied. */
  readonly NotResource?: string | readonly string[];
  /** Conditions under which the statement applies, by operator and key. */
  readonly Condition?: Conditions;
}

/** A service or resource control policy. Guardrails only deny: nothing here can open anything. */
export interface PolicyDocument {
  /** Version of the policy language. */
  readonly Version: '2012-10-17';
  /** Statements of the policy. */
  readonly Statement: readonly Statement[];
}

export const policyDocument = (statements: readonly Statement[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: statements,
});

/** Statement of a service control policy: denies `actions` on everything while `conditions` hold. */
export const deny = (sid: string, actions: readonly string[], conditions?: Conditions): Statement => ({
  Sid: sid,
  Effect: 'Deny',
  Action: actions,
  Resource: '*',
  ...(conditions ? { Condition: conditions } : {}),
});

/** The same for a resource control policy, which binds callers of any account. */
export const denyAnyone = (sid: string, actions: readonly string[], conditions?: Conditions): Statement => {
  const { Sid, Effect, ...rest } = deny(sid, actions, conditions);
  return { Sid, Effect, Principal: '*', ...rest };
};

/** Everybody but these roles. A caller without a role ARN, such as root, is not exempt. */
export const exceptRoles = (...arns: readonly string[]): Conditions => ({
  ArnNotLike: { 'aws:PrincipalArn': arns.length === 1 ? (arns[0] as string) : arns },
});
