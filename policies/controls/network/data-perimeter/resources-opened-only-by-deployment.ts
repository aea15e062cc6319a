import { exceptRoles, shape } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { bootstrapRoleArn, roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { bootstrapRole, matterName, readRole } from '../../../template/names.ts';

const opening = [
  'dynamodb:PutResourcePolicy',
  'lambda:Add*',
  'lambda:Create*',
  'lambda:Delete*',
  'lambda:GetFunction',
  'lambda:Put*',
  'lambda:Update*',
  's3:CreateAccess*',
  's3:DeleteAccess*',
  's3:DeleteBucket*',
  's3:PutAccess*',
  's3:PutAccountPublicAccessBlock',
  's3:PutAnalyticsConfiguration',
  's3:PutBucketAcl',
  's3:PutBucketCORS',
  's3:PutBucketLogging',
  's3:PutBucketObjectLockConfiguration',
  's3:PutBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketTagging',
  's3:PutBucketWebsite',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutObjectAcl',
  's3:PutObjectVersionAcl',
  's3:TagResource',
  's3:UntagResource',
  'secretsmanager:PutResourcePolicy',
  'sns:AddPermission',
  'sns:SetTopicAttributes',
  'sns:Subscribe',
  'sqs:AddPermission',
  'sqs:SetQueueAttributes',
];
/** AWS Backup makes a bucket for each restore test. */
const making = ['s3:CreateBucket', 's3:PutBucketOwnershipControls', 's3:PutBucketVersioning'];
const events = [
  'events:Delete*',
  'events:Disable*',
  'events:Put*',
  'events:Remove*',
  's3:PutBucketNotification',
  's3:PutInventoryConfiguration',
];
const never = [
  'events:CreateApiDestination',
  'events:CreateConnection',
  'events:CreateEndpoint',
  'lambda:CreateFunctionUrlConfig',
  'lambda:InvokeFunctionUrl',
  'lambda:UpdateFunctionUrlConfig',
  'logs:CreateExportTask',
  'logs:PutAccountPolicy',
  'logs:PutDestination*',
  'ssm:StartAutomationExecution',
];
const lookups = [
  'backup:Get*',
  'cloudtrail:LookupEvents',
  'dynamodb:BatchGetItem',
  'dynamodb:GetItem',
  'dynamodb:PartiQL*',
  'dynamodb:Query',
  'dynamodb:Scan',
  'kms:Decrypt',
  'logs:Filter*',
  'logs:Get*',
  'logs:Start*',
  's3:GetObject*',
  's3:ListBucket*',
  'secretsmanager:GetSecretValue',
  'sqs:ReceiveMessage',
];
const deploy = { ArnNotLike: { 'aws:PrincipalArn': bootstrapRoleArn() } };
const whole = [
  { Action: opening, Condition: deploy },
  {
    Action: events,
    Condition: {
      ArnNotLike: {
        'aws:PrincipalArn': [bootstrapRoleArn(), roleArn(matterName('meridian', 'm-*', 'backup'))],
      },
    },
  },
  { Action: making, Condition: deploy },
  { Action: never },
  { Action: lookups, Condition: { ArnEquals: { 'aws:PrincipalArn': bootstrapRoleArn('lookup') } } },
];

/** A resource policy, an event target or an HTTP destination is a door; bootstrap's lookup role reads everything. */
export const check = guardrailDeny({
  control: 'LPO-NET-02',
  name: 'resources-opened-only-by-deployment',
  expected:
    'an SCP lets the deploy role alone open resources, services alone send events, nobody send to the outside, and denies data to the CDK’s lookup role',
  fix: 'add the five denies',
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [
    { actions: opening, trigger: [], exempting: [exceptRoles('deploy')] },
    {
      actions: events,
      trigger: [],
      exempting: [exceptRoles('deploy', 'backup', 'malwareScan', 'restoreTest')],
    },
    { actions: making, trigger: [], exempting: [exceptRoles('deploy', 'restoreTest')] },
    { actions: never, trigger: [], exempting: [] },
    {
      actions: lookups,
      trigger: [
        shape(['ArnEquals', 'ArnLike'], 'aws:PrincipalArn', (values) =>
          values.every((value) => bootstrapRole(readRole(value)?.name ?? '') === 'lookup'),
        ),
      ],
      exempting: [],
    },
  ],
  good: { whole },
  bad: {
    ...Object.fromEntries(
      whole.map((_, index) => [`without statement ${index}`, whole.filter((__, i) => i !== index)]),
    ),
    'bucket policies left out': [
      { Action: opening.filter((action) => action !== 's3:PutBucketPolicy'), Condition: deploy },
      ...whole.slice(1),
    ],
  },
});
