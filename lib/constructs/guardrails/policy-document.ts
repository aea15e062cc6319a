/** Condition operator to condition key to value or values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Deny';
  /** Resource control policies name it, always `*`; service control policies have none. */
  readonly Principal?: '*';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Conditions;
}

/** A service or resource control policy. Guardrails only deny: nothing here can open anything. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
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
