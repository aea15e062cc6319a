import { exceptRoles, exceptRolesOf, only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { bootstrapRoleArn, roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { vendorName } from '../../../template/names.ts';

const settings = [
  'kms:CreateAlias',
  'kms:CreateKey',
  'kms:DeleteAlias',
  'kms:DisableKeyRotation',
  'kms:PutKeyPolicy',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
];
const custody = [
  'kms:CancelKeyDeletion',
  'kms:EnableKey',
  'kms:ImportKeyMaterial',
  'kms:ScheduleKeyDeletion',
];
const disabling = ['kms:DisableKey'];
const grants = ['kms:CreateGrant', 'kms:RevokeGrant'];
const except = (...names: string[]) => ({
  ArnNotLike: { 'aws:PrincipalArn': names.map((name) => roleArn(name)) },
});
const whole = [
  { Action: settings, Condition: { ArnNotLike: { 'aws:PrincipalArn': bootstrapRoleArn() } } },
  { Action: custody, Condition: except(vendorName('meridian', 'keyCustodian')) },
  {
    Action: 'kms:ScheduleKeyDeletion',
    Condition: { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } },
  },
  {
    Action: 'kms:ScheduleKeyDeletion',
    Condition: { StringEquals: { 'aws:ResourceTag/lpo:legal-hold': 'true' } },
  },
  { Action: grants, Condition: { BoolIfExists: { 'kms:GrantIsForAWSResource': 'false' } } },
  { Action: 'kms:DeleteImportedKeyMaterial' },
  {
    Action: disabling,
    Condition: except(vendorName('meridian', 'keyCustodian'), vendorName('meridian', 'containment')),
  },
];

/** `BoolIfExists`: the key may be absent when a person calls KMS directly. */
export const check = guardrailDeny({
  control: 'LPO-DAT-01',
  name: 'keys-governed-by-few',
  expected:
    'an SCP lets the deploy role alone change keys, the custodian alone enable them, import their material and retire them after 30 days and without a legal hold, beside the kill switch disable them, and services alone be granted them',
  fix: 'add the denies on key settings, custody, the deletion window, the legal hold and grants',
  type: 'SERVICE_CONTROL_POLICY',
  denies: ({ vendor, account }) => [
    { actions: settings, trigger: [], exempting: [exceptRoles('deploy')] },
    { actions: custody, trigger: [], exempting: [exceptRolesOf(vendor, account, 'keyCustodian')] },
    {
      actions: disabling,
      trigger: [],
      exempting: [exceptRolesOf(vendor, account, 'keyCustodian', 'containment')],
    },
    {
      actions: ['kms:ScheduleKeyDeletion'],
      trigger: [
        shape(
          ['NumericLessThan', 'NumericLessThanIfExists'],
          'kms:ScheduleKeyDeletionPendingWindowInDays',
          (values) => values.every((value) => Number(value) >= 30),
        ),
      ],
      exempting: [],
    },
    {
      actions: ['kms:ScheduleKeyDeletion'],
      trigger: [
        shape(['StringEquals', 'StringEqualsIgnoreCase'], 'aws:ResourceTag/lpo:legal-hold', only('true')),
      ],
      exempting: [],
    },
    {
      actions: grants,
      trigger: [shape('BoolIfExists', 'kms:GrantIsForAWSResource', only('false'))],
      exempting: [],
    },
    { actions: ['kms:DeleteImportedKeyMaterial'], trigger: [], exempting: [] },
  ],
  good: { whole },
  bad: {
    ...Object.fromEntries(
      whole.map((_, index) => [`without statement ${index}`, whole.filter((__, i) => i !== index)]),
    ),
    "another vendor's switch disables": [
      ...whole.slice(0, -1),
      {
        Action: disabling,
        Condition: except(vendorName('meridian', 'keyCustodian'), vendorName('luzon', 'containment')),
      },
    ],
    'any role that is called custodian enables': [
      whole[0] as object,
      { Action: custody, Condition: except(vendorName('*', 'keyCustodian')) },
      ...whole.slice(2),
    ],
    'the switch enables': [
      whole[0] as object,
      {
        Action: custody,
        Condition: except(vendorName('meridian', 'keyCustodian'), vendorName('meridian', 'containment')),
      },
      ...whole.slice(2),
    ],
    'Bool on grants': [
      ...whole.slice(0, 4),
      { Action: grants, Condition: { Bool: { 'kms:GrantIsForAWSResource': 'false' } } },
      ...whole.slice(5),
    ],
  },
});
