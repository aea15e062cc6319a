import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { isNamedRole } from '../../../authoring/deny/condition-shapes.ts';
import { roleTrusting } from '../../../authoring/fixtures/role.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { isOrganizationId } from '../../../template/arn.ts';
import { vendorName } from '../../../template/names.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const whole = {
  Bool: { 'aws:MultiFactorAuthPresent': 'true' },
  NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
  StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
};
const oneRole = {
  ArnEquals: { 'aws:PrincipalArn': roleArn(vendorName('meridian', 'auditor')) },
  StringEquals: { 'aws:PrincipalTag/lpo:mfa': 'true' },
};
const assumable = (Condition: object | undefined, properties: object = {}) =>
  roleTrusting(
    { Principal: { AWS: 'arn:aws:iam::100000000002:root' }, Condition },
    { MaxSessionDuration: 3600, ...properties },
  );

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
      ...(seconds <= 3600 ? [] : [{ property: 'MaxSessionDuration', got: `${seconds}` }]),
    ];
  },
  good: { 'break glass': assumable(whole), 'one role of another account': assumable(oneRole) },
  bad: {
    'no condition': assumable(undefined),
    'no MFA': assumable({ ...whole, Bool: undefined }),
    'MFA if present': assumable({ ...whole, Bool: undefined, BoolIfExists: whole.Bool }),
    'MFA of yesterday': assumable({ ...whole, NumericLessThan: { 'aws:MultiFactorAuthAge': '86400' } }),
    'any organization': assumable({ ...whole, StringEquals: undefined }),
    'any role of another account': assumable({
      ...oneRole,
      ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/*' },
    }),
    'one role without MFA': assumable({ ArnEquals: oneRole.ArnEquals }),
    'half a day': assumable(whole, { MaxSessionDuration: 43200 }),
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
