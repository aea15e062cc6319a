import { exceptRoles, exceptRolesOf, isNamedRole, shape } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { bootstrapRoleArn, roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { namedIn } from '../../../template/arn.ts';
import { bootstrapRole, readName, readRole, vendorName } from '../../../template/names.ts';

const writes = [
  'Add',
  'AttachGroup',
  'AttachUser',
  'Create',
  'Deactivate',
  'Delete',
  'DetachGroup',
  'DetachUser',
  'Put',
  'Remove',
  'Set',
  'Tag',
  'Untag',
  'Update',
  'Upload',
];
const identities = writes.map((verb) => `iam:${verb}*`);
const stacks = [
  'Cancel',
  'Continue',
  'Create',
  'Delete',
  'Execute',
  'Import',
  'Rollback',
  'Set',
  'Update',
].map((verb) => `cloudformation:${verb}*`);
const never = [
  'account:CloseAccount',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreateOpenIDConnectProvider',
  'iam:CreateServiceSpecificCredential',
  'iam:CreateUser',
];
const except = (...names: string[]) => ({
  ArnNotLike: { 'aws:PrincipalArn': names.map((name) => bootstrapRoleArn(name)) },
});
const pipeline = {
  Action: 'iam:PassRole',
  Resource: undefined,
  NotResource: bootstrapRoleArn('cfn-exec'),
  Condition: { ArnEquals: { 'aws:PrincipalArn': bootstrapRoleArn('deploy') } },
};
const attaching = ['iam:AttachRole*', 'iam:DetachRole*'];
const containment = roleArn(vendorName('meridian', 'containment'));
const custodian = roleArn(vendorName('meridian', 'keyCustodian'));
const suspension = `arn:aws:iam::200000000001:policy/${vendorName('meridian', 'suspended')}`;
const exemption = {
  Action: attaching,
  Condition: { ArnNotLike: { 'aws:PrincipalArn': [bootstrapRoleArn('cfn-exec'), containment, custodian] } },
};
const whole = [
  { Action: never },
  { Action: identities, Condition: except('cfn-exec') },
  { Action: 'iam:PassRole', Condition: except('cfn-exec', 'deploy') },
  pipeline,
  { Action: stacks, Condition: except('cfn-exec', 'deploy') },
  exemption,
  {
    Action: attaching,
    Condition: {
      ArnEquals: { 'aws:PrincipalArn': [containment, custodian] },
      ArnNotLike: { 'iam:PolicyARN': [suspension, `${suspension}-p-*`] },
    },
  },
];

const isRole = (arn: string, account: string, name: string): boolean => {
  const role = readRole(arn);
  return role?.account === account && role.name === name;
};

/** The policy that denies everything, or those that deny one person everything. */
const isSuspension = (arn: string, account: string, vendor: string): boolean => {
  const policy = namedIn(arn, 'iam', 'policy');
  const name = readName(policy?.name ?? '');
  return (
    policy?.account === account &&
    name?.vendor === vendor &&
    name.purpose === 'suspended' &&
    !name.isBoundary &&
    (name.person ?? 'p-*') === 'p-*'
  );
};

/** An update of a stack uses the role the stack already has, without PassRole, hence the last statement. */
export const check = guardrailDeny({
  control: 'LPO-IDN-04',
  name: 'powers-only-by-deployment',
  expected:
    'an SCP denies writing identities, passing roles and deploying stacks to all but the deploy role and the pipeline, lets the kill switch attach and the custodian detach the suspension alone, and denies users, access keys and closing the account to everyone',
  fix: 'deny the IAM write verbs, iam:PassRole and the CloudFormation write verbs with ArnNotLike aws:PrincipalArn; hold the pipeline to passing the deploy role',
  type: 'SERVICE_CONTROL_POLICY',
  denies: ({ vendor, account }) => [
    { actions: never, trigger: [], exempting: [] },
    { actions: identities, trigger: [], exempting: [exceptRoles('deploy')] },
    {
      actions: attaching,
      trigger: [],
      exempting: [exceptRolesOf(vendor, account, 'deploy', 'containment', 'keyCustodian')],
    },
    {
      actions: attaching,
      trigger: [
        shape(['ArnEquals', 'ArnLike'], 'aws:PrincipalArn', (values) =>
          (['containment', 'keyCustodian'] as const).every((purpose) =>
            values.some((value) => isRole(value, account, vendorName(vendor, purpose))),
          ),
        ),
        // Made by the deployment and nothing but denials, which `kill-switch-only-takes-away` shows.
        shape(['ArnNotEquals', 'ArnNotLike'], 'iam:PolicyARN', (values) =>
          values.every((value) => isSuspension(value, account, vendor)),
        ),
      ],
      exempting: [],
    },
    { actions: stacks, trigger: [], exempting: [exceptRoles('deploy', 'pipeline')] },
    // LPO-RES-01 holds restorers to restore roles.
    { actions: ['iam:PassRole'], trigger: [], exempting: [exceptRoles('deploy', 'pipeline', 'restorer')] },
    {
      actions: ['iam:PassRole'],
      trigger: [
        shape(['ArnEquals', 'ArnLike'], 'aws:PrincipalArn', (values) =>
          values.every((value) => bootstrapRole(readRole(value)?.name ?? '') === 'deploy'),
        ),
      ],
      exempting: [],
      reaches: ({ resources, notResources }) =>
        resources.length === 0 &&
        notResources.length === 1 &&
        notResources.every(
          (arn) => isNamedRole(arn) && bootstrapRole(readRole(arn)?.name ?? '') === 'cfn-exec',
        ),
    },
  ],
  good: { whole },
  bad: {
    ...Object.fromEntries(
      whole.map((_, index) => [`without statement ${index}`, whole.filter((__, i) => i !== index)]),
    ),
    'the custodian detaches any policy': [
      ...whole.slice(0, -1),
      {
        Action: attaching,
        Condition: {
          ArnEquals: { 'aws:PrincipalArn': containment },
          ArnNotLike: { 'iam:PolicyARN': [suspension, `${suspension}-p-*`] },
        },
      },
    ],
    'the switch attaches any policy': [
      ...whole.slice(0, -1),
      {
        Action: attaching,
        Condition: {
          ArnEquals: { 'aws:PrincipalArn': containment },
          ArnNotLike: { 'iam:PolicyARN': 'arn:aws:iam::200000000001:policy/lpo-meridian-*' },
        },
      },
    ],
    "another vendor's switch attaches": whole.map((each) =>
      each === exemption
        ? {
            ...each,
            Condition: {
              ArnNotLike: {
                'aws:PrincipalArn': [bootstrapRoleArn('cfn-exec'), containment.replace('meridian', 'luzon')],
              },
            },
          }
        : each,
    ),
    'every role that is called so attaches': whole.map((each) =>
      each === exemption
        ? {
            ...each,
            Condition: {
              ArnNotLike: {
                'aws:PrincipalArn': [bootstrapRoleArn('cfn-exec'), containment.replace('meridian', '*')],
              },
            },
          }
        : each,
    ),
    'one verb left out': [
      whole[0] as object,
      { Action: identities.slice(1), Condition: except('cfn-exec') },
      ...whole.slice(2),
    ],
    'the pipeline passes any role': [
      ...whole.filter((one) => one !== pipeline),
      { ...pipeline, NotResource: '*' },
    ],
    'an exemption for anybody': [
      { Action: never },
      {
        Action: identities,
        Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/somebody' } },
      },
      ...whole.slice(2),
    ],
  },
});
