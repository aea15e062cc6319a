import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { isNamedRole } from '../../../authoring/deny/condition-shapes.ts';
import { isOrganizationId } from '../../../template/arn.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const whole = {
  Bool: { 'aws:MultiFactorAuthPresent': 'true' },
  NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
  StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
};
const oneRole = {
  ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/lpo-meridian-auditor' },
  StringEquals: { 'aws:PrincipalTag/lpo:mfa': 'true' },
};
const role = (Condition: object | undefined, properties: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    MaxSessionDuration: 3600,
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { AWS: 'arn:aws:iam::100000000002:root' },
          ...(Condition ? { Condition } : {}),
        },
      ],
    },
    ...properties,
  },
});

/** Emergency and cross-account roles: `Bool` in an Allow does bind when the key is absent. */
export const check = resourceCheck({
  control: 'LPO-IDN-04',
  name: 'account-trust-needs-mfa',
  expected:
    'a role that trusts AWS principals requires fresh MFA (15 minutes) and this organization, or one named role with asserted MFA, and lasts one hour at most',
  fix: 'add Bool aws:MultiFactorAuthPresent, NumericLessThan aws:MultiFactorAuthAge 900 and StringEquals aws:PrincipalOrgID; MaxSessionDuration 3600',
  types: ['AWS::IAM::Role'],
  judge(resource) {
    const trusting = resource
      .statements('AssumeRolePolicyDocument')
      .filter(
        ({ effect, principals }) =>
          effect === 'Allow' && principals.some(({ kind }) => kind === 'AWS' || kind === '*'),
      );
    if (trusting.length === 0) return 'not applicable';
    const seconds = Number(resource.text('MaxSessionDuration') ?? 3600);
    return [
      ...trusting.flatMap(faults),
      ...(seconds <= 3600 ? [] : [{ property: 'MaxSessionDuration', got: String(seconds) }]),
    ];
  },
  good: { 'break glass': role(whole), 'one role of another account': role(oneRole) },
  bad: {
    'no condition': role(undefined),
    'no MFA': role({ ...whole, Bool: undefined }),
    'MFA if present': role({ ...whole, Bool: undefined, BoolIfExists: whole.Bool }),
    'MFA of yesterday': role({ ...whole, NumericLessThan: { 'aws:MultiFactorAuthAge': '86400' } }),
    'any organization': role({ ...whole, StringEquals: undefined }),
    'any role of another account': role({
      ...oneRole,
      ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/*' },
    }),
    'one role without MFA': role({ ArnEquals: oneRole.ArnEquals }),
    'half a day': role(whole, { MaxSessionDuration: 43200 }),
  },
});

function faults({ conditions, path, name }: Statement): Deviation[] {
  const has = (operator: string, key: string, test: (value: string) => boolean) =>
    conditions.some(
      (one) =>
        one.operator === operator && one.key === key && one.values.length > 0 && one.values.every(test),
    );
  const oneRoleWithMfa =
    has('ArnEquals', 'aws:principalarn', (value) => isNamedRole(value) && !value.includes('*')) &&
    has('StringEquals', 'aws:principaltag/lpo:mfa', (value) => value === 'true');
  if (oneRoleWithMfa) return [];
  return [
    has('Bool', 'aws:multifactorauthpresent', (value) => value === 'true') || 'no MFA',
    has('NumericLessThan', 'aws:multifactorauthage', (value) => Number(value) <= 900) || 'MFA of any age',
    has('StringEquals', 'aws:principalorgid', isOrganizationId) || 'any organization',
  ]
    .filter((found) => typeof found === 'string')
    .map((found) => ({ property: path, got: `${name}: ${found}` }));
}
