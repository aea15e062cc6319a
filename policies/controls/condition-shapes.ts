import type { ConditionShape } from './required-deny';

/** Every value is one of these. */
export const only =
  (...wanted: readonly string[]) =>
  (values: readonly string[]): boolean =>
    values.every((value) => wanted.includes(value));

/** Whatever the values, as long as none is a bare wildcard. */
export const literal = (values: readonly string[]): boolean => values.every((value) => !/[*?]/.test(value));

export const shape = (
  operators: string | readonly string[],
  key: string,
  values: (values: readonly string[]) => boolean,
): ConditionShape => ({ operators: [operators].flat(), key: key.toLowerCase(), values });

const arnOperators = [
  'ArnNotLike',
  'ArnNotLikeIfExists',
  'ArnNotEquals',
  'ArnNotEqualsIfExists',
  'StringNotLike',
  'StringNotEquals',
];

/**
 * Exempting roles by ARN. `ArnNotLike` is true when the key is absent, so a Deny with it binds then as well.
 * Each pattern names one role path: neither any role nor any name that merely ends in something.
 */
export const exceptNamedRoles: ConditionShape = shape(arnOperators, 'aws:PrincipalArn', (values) =>
  values.every((value) => isNamedRole(value)),
);

/** For organization policies, which only ever meet the roles of the account they are attached to. */
export const exceptNamedRolesOfAnyAccount: ConditionShape = shape(
  [...arnOperators],
  'aws:PrincipalArn',
  (values) => values.every((value) => isNamedRole(value.replace('::*:', '::000000000000:'))),
);

/** `role/` and then at least four literal characters, in one account. */
export const isNamedRole = (arn: string): boolean =>
  /^arn:[^:]+:(iam|sts)::(\d{12}|\$\{[^}]+\}):(assumed-role|role)\/[\w+=,.@-]{4,}([\w+=,.@/*-]*)$/.test(
    arn,
  ) || /^\$\{[^}]+\}$/.test(arn);

/** AWS services acting on their own. `Bool` would not bind on requests without the key. */
export const exceptAwsServices: ConditionShape = shape(
  'BoolIfExists',
  'aws:PrincipalIsAWSService',
  only('false'),
);

/** AWS services acting for the caller (forward access sessions). */
export const exceptViaAwsServices: ConditionShape = shape('BoolIfExists', 'aws:ViaAWSService', only('false'));
