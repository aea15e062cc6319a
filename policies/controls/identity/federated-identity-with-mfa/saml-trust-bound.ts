import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { roleTrusting } from '../../../authoring/fixtures/role.ts';
import { isAccountId, namedIn } from '../../../template/arn.ts';
import type { Statement } from '../../../template/policy/statement.ts';
import { isToken } from '../../../template/text.ts';

const whole = {
  StringEquals: { 'saml:aud': 'https://signin.aws.amazon.com/saml', 'aws:RequestTag/lpo:mfa': 'true' },
  'ForAllValues:StringEquals': { 'aws:TagKeys': ['lpo:mfa'] },
};
const federated = (statement: object) =>
  roleTrusting({
    Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
    Principal: { Federated: 'arn:aws:iam::200000000001:saml-provider/firm-idp-access' },
    Condition: whole,
    ...statement,
  });

/** Session tags override a role's own tags, so a session that may choose `lpo:matter` may choose its matter. */
export const check = resourceCheck({
  control: 'LPO-IDN-01',
  name: 'saml-trust-bound',
  expected:
    'a federated trust names one SAML provider, the AWS sign-in audience and asserted MFA, and lets a session bring no tag but lpo:mfa',
  fix: 'condition on StringEquals saml:aud and aws:RequestTag/lpo:mfa, and ForAllValues:StringEquals aws:TagKeys [lpo:mfa]',
  types: ['AWS::IAM::Role'],
  judge(resource) {
    const federated = resource
      .statements('AssumeRolePolicyDocument')
      .filter(({ principals }) => principals.some(({ kind }) => kind === 'Federated'));
    return federated.length === 0 ? 'not applicable' : federated.flatMap(faults);
  },
  good: { whole: federated({}) },
  bad: {
    'any audience': federated({
      Condition: { ...whole, StringEquals: { 'aws:RequestTag/lpo:mfa': 'true' } },
    }),
    'another audience': federated({
      Condition: { ...whole, StringEquals: { 'saml:aud': '*', 'aws:RequestTag/lpo:mfa': 'true' } },
    }),
    'no MFA': federated({
      Condition: { ...whole, StringEquals: { 'saml:aud': 'https://signin.aws.amazon.com/saml' } },
    }),
    'any tag': federated({ Condition: { StringEquals: whole.StringEquals } }),
    'the matter as a tag': federated({
      Condition: { ...whole, 'ForAllValues:StringEquals': { 'aws:TagKeys': ['lpo:mfa', 'lpo:matter'] } },
    }),
    'some tags in the list': federated({
      Condition: {
        StringEquals: whole.StringEquals,
        'ForAnyValue:StringEquals': { 'aws:TagKeys': ['lpo:mfa'] },
      },
    }),
    'any provider': federated({ Principal: { Federated: '*' } }),
    'web identity': federated({ Action: 'sts:AssumeRoleWithWebIdentity' }),
  },
});

function faults(statement: Statement): Deviation[] {
  const has = (operator: string, key: string, test: (value: string) => boolean) =>
    statement.conditions.some(
      (condition) =>
        condition.operator === operator &&
        condition.key === key &&
        condition.values.length > 0 &&
        condition.values.every(test),
    );
  const signIn =
    /^https:\/\/(signin\.aws\.amazon\.com|signin\.amazonaws\.cn|signin\.amazonaws-us-gov\.com)\/saml$/;
  const missing = [
    statement.actions.every((action) =>
      /^sts:(AssumeRoleWithSAML|TagSession|SetSourceIdentity)$/.test(action),
    ) || `actions ${statement.actions.join(', ')}`,
    statement.principals.every(({ value }) => isOneProvider(value)) ||
      `provider ${statement.principals.map(({ value }) => value).join(', ')}`,
    has('StringEquals', 'saml:aud', (value) => signIn.test(value)) || 'no fixed audience (saml:aud)',
    has('StringEquals', 'aws:requesttag/lpo:mfa', (value) => value === 'true') || 'no asserted MFA',
    has('ForAllValues:StringEquals', 'aws:tagkeys', (value) => value === 'lpo:mfa') ||
      'session tags beyond lpo:mfa, or not bound',
  ];
  return missing
    .filter((fault) => typeof fault === 'string')
    .map((got) => ({ property: statement.path, got }));
}

/** A provider that is written out, or one of the same template. */
function isOneProvider(value: string): boolean {
  const provider = namedIn(value, 'iam', 'saml-provider');
  if (provider === undefined) return isToken(value);
  const { account, name } = provider;
  return (isAccountId(account) || isToken(account)) && /^[\w.-]+$/.test(name);
}
