import type { World } from '../world/world.ts';
import type { Task, Worker } from './job.ts';
import { noResource, sources } from './sources.ts';

/** Calls of a reviewer of settings: none returns a document, a log or a secret. */
const looksAt = [
  'access-analyzer:ListFindings',
  'backup:ListRecoveryPointsByResource',
  'backup:ListRestoreJobsByProtectedResource',
  'cloudformation:DescribeStackResources',
  'cloudformation:DescribeStacks',
  'cloudtrail:DescribeTrails',
  'cloudtrail:GetEventSelectors',
  'cloudtrail:GetTrailStatus',
  'cloudtrail:LookupEvents',
  'ec2:DescribeClientVpnAuthorizationRules',
  'ec2:DescribeClientVpnConnections',
  'ec2:DescribeClientVpnEndpoints',
  'ec2:DescribeFlowLogs',
  'ec2:DescribeNetworkAcls',
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcEndpoints',
  'ec2:DescribeVpcs',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:GetRole',
  'iam:ListAttachedRolePolicies',
  'iam:ListRoles',
  'kms:ListAliases',
  'kms:ListKeys',
  'logs:DescribeLogGroups',
];

const looksAtKeys = [
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListResourceTags',
];

const looksAtBuckets = [
  's3:GetBucketLogging',
  's3:GetBucketObjectLockConfiguration',
  's3:GetBucketPolicy',
  's3:GetBucketPublicAccessBlock',
  's3:GetBucketVersioning',
  's3:GetEncryptionConfiguration',
];

/** Look at the settings of everything in the account of the workspace, from the internet, with the CLI. */
export const settingsOfTheWorkspace = ({ account, resources }: World, who: Worker): Task[] => [
  {
    does: 'looks at the settings of everything in the account',
    who,
    actions: looksAt,
    on: ['*'],
    from: 'internet',
    source: sources.iam,
  },
  {
    does: 'looks at the settings of a key',
    who,
    actions: looksAtKeys,
    on: resources
      .filter(({ type, account: of }) => type === 'AWS::KMS::Key' && of === account)
      .map(({ arn }) => arn),
    // A key that is not there yet is looked at as well.
    reach: ['*'],
    from: 'internet',
    source: sources.kms,
  },
  {
    does: 'lists buckets',
    who,
    actions: ['s3:ListAllMyBuckets'],
    on: [noResource],
    from: 'internet',
    source: sources.s3,
  },
  {
    does: 'looks at the settings of a bucket',
    who,
    actions: looksAtBuckets,
    on: resources
      .filter(({ type, account: of }) => type === 'AWS::S3::Bucket' && of === account)
      .map(({ arn }) => arn),
    // A bucket that is not there yet is looked at as well.
    reach: ['*'],
    from: 'internet',
    source: sources.s3,
  },
];
