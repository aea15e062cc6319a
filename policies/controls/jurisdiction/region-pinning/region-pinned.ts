import { exceptRoles, literal, only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { sameJurisdiction } from '../../../reading/jurisdiction-regions.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const pin = (regions: string[], NotAction: string[] = ['iam:*', 'sts:*']) => [
  { NotAction, Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } } },
];

/** Actions, one for each service that keeps content, keys or logs; a pin that exempts one is no pin. */
const kept = [
  'backup:StartCopyJob',
  'bedrock:InvokeModel',
  'cloudtrail:CreateTrail',
  'config:PutConfigurationRecorder',
  'dynamodb:PutItem',
  'ec2:RunInstances',
  'ecr:PutImage',
  'elasticfilesystem:CreateFileSystem',
  'kms:CreateKey',
  'kms:Decrypt',
  'lambda:CreateFunction',
  'logs:PutLogEvents',
  'rds:CreateDBInstance',
  's3:CreateBucket',
  's3:GetObject',
  's3:PutObject',
  'secretsmanager:CreateSecret',
  'ses:SendEmail',
  'sns:Publish',
  'sqs:SendMessage',
  'ssm:PutParameter',
  'transfer:CreateServer',
  'workspaces:CreateWorkspaces',
];

/** Regions that the pin lets through beside the vendor's own: they are for backups alone. */
const pinnedBeside = (region: string, statements: readonly Statement[]): string[] => [
  ...new Set(
    statements
      .flatMap(({ conditions }) => conditions)
      .filter(({ operator, key }) => operator === 'StringNotEquals' && key === 'aws:requestedregion')
      .flatMap(({ values }) => values)
      .filter((value) => value !== region),
  ),
];

export const check = guardrailDeny({
  control: 'LPO-JUR-01',
  name: 'region-pinned',
  expected:
    'an SCP on the vendor’s account denies every region outside its jurisdiction for every service that keeps content, keys or logs',
  fix: 'attach a Deny with StringNotEquals aws:RequestedRegion; keep storage, key, log and compute services out of NotAction',
  type: 'SERVICE_CONTROL_POLICY',
  denies: ({ region }, statements) => [
    {
      actions: kept,
      trigger: [
        shape(
          'StringNotEquals',
          'aws:RequestedRegion',
          (regions) =>
            literal(regions) &&
            regions.includes(region) &&
            regions.every((one) => sameJurisdiction(one, region)),
        ),
      ],
      exempting: [],
    },
    ...pinnedBeside(region, statements).map((other) => ({
      actions: kept,
      trigger: [shape('StringEquals', 'aws:RequestedRegion', only(other))],
      exempting: [exceptRoles('backup')],
    })),
  ],
  good: { 'its own region': pin(['eu-west-2']) },
  bad: {
    'a region elsewhere': pin(['eu-west-2', 'us-east-1']),
    'a pattern of regions': pin(['eu-west-2*']),
    'exempts keys': pin(['eu-west-2'], ['iam:*', 'kms:*']),
    'exempts object reads': pin(['eu-west-2'], ['s3:Get*']),
    'when the key is there': [
      {
        NotAction: ['iam:*'],
        Condition: {
          StringNotEquals: { 'aws:RequestedRegion': ['eu-west-2'] },
          Bool: { 'aws:ViaAWSService': 'false' },
        },
      },
    ],
    'every role exempt': [
      {
        NotAction: ['iam:*'],
        Condition: {
          StringNotEquals: { 'aws:RequestedRegion': ['eu-west-2'] },
          ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' },
        },
      },
    ],
  },
});
