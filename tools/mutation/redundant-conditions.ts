export type Conditions = Record<string, Record<string, unknown>>;

/** Two conditions that say the same thing of a request: without one the other still holds. */
const twins: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /^aws:sourceaccount$/,
    /^(aws:sourcearn|kms:encryptioncontext:.*)$/,
    'the source’s ARN names the account as well',
  ],
  [
    /^(aws:sourcearn|kms:encryptioncontext:aws:(s3|cloudtrail):arn)$/,
    /^(aws:sourceaccount|aws:sourcearn|kms:encryptioncontext:aws:cloudtrail:arn)$/,
    'the source’s account is still required',
  ],
  [/^kms:calleraccount$/, /^kms:viaservice$/, 'the principals are roles of one account'],
  [
    /^aws:principaltag\/lpo:matter$/,
    /^kms:viaservice$/,
    'the principals are roles of one matter, whose tags sessions cannot override',
  ],
  [/^aws:resourceorgid$/, /^aws:resourceaccount$/, 'the account is in the organization'],
  [/^s3:x-amz-acl$/, /^aws:source(arn|account)$/, 'ACLs are off'],
  [/^(s3:prefix|events:managedby)$/, /^$/, 'narrows within what the policy may reach anyway'],
];

export function keptByAnother(key: string, without: Conditions, operator = ''): { equivalent?: string } {
  if (operator === 'allow-when-absent' && /^aws:(principalarn|principalaccount)$/i.test(key))
    return { equivalent: 'the key is in every signed request' };
  const others = keysOf(without).map(([, other]) => other.toLowerCase());
  const twin = twins.find(
    ([dropped, kept]) =>
      dropped.test(key.toLowerCase()) && (kept.source === '^$' || others.some((other) => kept.test(other))),
  );
  return twin ? { equivalent: twin[2] } : {};
}

/** Services that take a role only from who may pass it in their own account: who else they act for is moot. */
export function passedInItsAccount(
  { Principal: principal }: Readonly<Record<string, unknown>>,
  key: string,
): { equivalent?: string } {
  const text = JSON.stringify(principal);
  return /^aws:source(account|arn)$/i.test(key) &&
    /^\{"Service":"(backup|lambda)\.amazonaws\.com"\}$/.test(text ?? '')
    ? { equivalent: 'the service takes a role only from who may pass it in its own account' }
    : {};
}

/** True where the conditions name the caller, so that the principal element adds nothing. */
export function boundToAccount(
  statement: Readonly<Record<string, unknown>>,
  type: string,
): { equivalent?: string } {
  const conditions = (statement.Condition ?? {}) as Conditions;
  if (type === 'AWS::EC2::VPCEndpoint' && statement.Condition)
    return { equivalent: 'the conditions name the account; the principal is a star already' };
  const named = keysOf(conditions).some(
    ([operator, key]) =>
      (/^Arn(Equals|Like)$/.test(operator) && /^aws:principalarn$/i.test(key)) ||
      (operator === 'StringEquals' && /^aws:principalorgid$/i.test(key)),
  );
  return named ? { equivalent: 'the conditions name the caller or the organization' } : {};
}

export const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

export const keysOf = (conditions: Conditions): [string, string, unknown][] =>
  Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]): [string, string, unknown] => [operator, key, values]),
  );
