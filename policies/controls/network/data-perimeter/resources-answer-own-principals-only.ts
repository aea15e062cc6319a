import { exceptAwsServices, exceptRoles, only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { isOrganizationId } from '../../../template/arn.ts';
import { vendorName } from '../../../template/names.ts';

const data = ['dynamodb:*', 'ecr:*', 'kms:*', 'logs:*', 's3:*', 'secretsmanager:*', 'sqs:*'];
const withoutKeys = data.filter((service) => service !== 'kms:*');
const sessions = ['sts:AssumeRole', 'sts:GetFederationToken', 'sts:GetSessionToken', 'sts:SetContext'];
const service = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } };
const account = {
  Action: data,
  Condition: { StringNotEqualsIfExists: { 'aws:PrincipalAccount': '200000000001' }, ...service },
};
const organization = {
  Action: [...data, ...sessions],
  Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }, ...service },
};
const deputy = {
  Action: [...data, 'sts:*'],
  Condition: {
    StringNotEquals: { 'aws:SourceAccount': '200000000001' },
    Null: { 'aws:SourceAccount': 'false' },
    Bool: { 'aws:PrincipalIsAWSService': 'true' },
  },
};
const webIdentity = { Action: 'sts:AssumeRoleWithWebIdentity' };
const tls = { Action: [...data, 'sts:*'], Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } } };
const tls12 = { Action: 's3:*', Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } };
const whole = [account, organization, deputy, webIdentity, tls, tls12];

const organizationId = (values: readonly string[]) => values.every(isOrganizationId);
const sourceAccount = ['StringNotEquals', 'StringNotEqualsIfExists'];

/** Whatever a resource policy says: the caller is of this account, or an AWS service acting for it. */
export const check = guardrailDeny({
  control: 'LPO-NET-02',
  name: 'resources-answer-own-principals-only',
  expected:
    'an RCP denies the vendor’s data to principals outside its account and organization, to services acting for others, to web identities, and below TLS 1.2',
  fix: 'add the RCP statements; use IfExists on aws:PrincipalAccount, aws:PrincipalOrgID and aws:PrincipalIsAWSService so that anonymous callers are denied',
  type: 'RESOURCE_CONTROL_POLICY',
  denies: (vendor) => [
    {
      actions: withoutKeys,
      trigger: [shape('StringNotEqualsIfExists', 'aws:PrincipalAccount', only(vendor.account))],
      exempting: [exceptAwsServices],
    },
    // Copies of a lost vault come back from the backup account, under this account's vault key.
    {
      actions: ['kms:*'],
      trigger: [shape('StringNotEqualsIfExists', 'aws:PrincipalAccount', only(vendor.account))],
      exempting: [exceptAwsServices, exceptRoles('copyBack')],
    },
    {
      actions: [...data, ...sessions],
      trigger: [shape('StringNotEqualsIfExists', 'aws:PrincipalOrgID', organizationId)],
      exempting: [exceptAwsServices],
    },
    {
      actions: [...data, 'sts:*'],
      trigger: [shape(sourceAccount, 'aws:SourceAccount', only(vendor.account))],
      exempting: [
        shape('Null', 'aws:SourceAccount', only('false')),
        shape('Bool', 'aws:PrincipalIsAWSService', only('true')),
      ],
    },
    { actions: ['sts:AssumeRoleWithWebIdentity'], trigger: [], exempting: [] },
    {
      actions: [...data, 'sts:*'],
      trigger: [shape('BoolIfExists', 'aws:SecureTransport', only('false'))],
      exempting: [],
    },
    {
      actions: ['s3:*'],
      trigger: [shape(['NumericLessThan', 'NumericLessThanIfExists'], 's3:TlsVersion', only('1.2'))],
      exempting: [],
    },
  ],
  good: {
    whole,
    'keys for the copy back': [
      { ...account, Action: withoutKeys },
      {
        ...account,
        Action: 'kms:*',
        Condition: {
          ...account.Condition,
          ArnNotLike: {
            'aws:PrincipalArn': `arn:aws:iam::100000000004:role/${vendorName('meridian', 'copyBack')}`,
          },
        },
      },
      ...whole.slice(1),
    ],
  },
  bad: {
    ...Object.fromEntries(
      whole.map((_, index) => [`without statement ${index}`, whole.filter((__, i) => i !== index)]),
    ),
    'Bool, which anonymous callers pass': [
      {
        ...account,
        Condition: {
          ...account.Condition,
          BoolIfExists: undefined,
          Bool: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
      ...whole.slice(1),
    ],
    'documents for the copy back': [
      {
        ...account,
        Condition: {
          ...account.Condition,
          ArnNotLike: {
            'aws:PrincipalArn': `arn:aws:iam::100000000004:role/${vendorName('meridian', 'copyBack')}`,
          },
        },
      },
      ...whole.slice(1),
    ],
    'another account': [
      {
        ...account,
        Condition: { StringNotEqualsIfExists: { 'aws:PrincipalAccount': ['200000000001', '9'] }, ...service },
      },
      ...whole.slice(1),
    ],
  },
});
