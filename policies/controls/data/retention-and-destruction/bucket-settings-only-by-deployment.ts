import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { exceptRoles } from '../../../authoring/deny/condition-shapes.ts';
import { bootstrapRoleArn } from '../../../authoring/fixtures/role-arn.ts';

/** Settings that decide who reads a bucket, how long it keeps, and where it sends. Access points are no settings of a bucket. */
const actions = [
  's3:DeleteBucket',
  's3:DeleteBucketPolicy',
  's3:PutAccelerateConfiguration',
  's3:PutBucketAcl',
  's3:PutBucketCORS',
  's3:PutBucketLogging',
  's3:PutBucketNotification',
  's3:PutBucketObjectLockConfiguration',
  's3:PutBucketOwnershipControls',
  's3:PutBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketVersioning',
  's3:PutBucketWebsite',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
];
const deploy = { ArnNotEquals: { 'aws:PrincipalArn': bootstrapRoleArn() } };

export const check = bucketDeny({
  control: 'LPO-DAT-07',
  name: 'bucket-settings-only-by-deployment',
  expected:
    'the bucket policy denies changing its own settings to all but named roles, the deploy role among them',
  fix: 'deny the s3:Put… and s3:Delete… actions on settings with ArnNotEquals aws:PrincipalArn',
  kinds: ['matter', 'trail', 'config', 'evidence', 'access', 'state'],
  on: 'bucket',
  deny: { actions, trigger: [], exempting: [exceptRoles('deploy', 'malwareScan', 'backup')] },
  good: {
    'but for the deploy role': {
      Action: [
        's3:DeleteBucket*',
        's3:PutA*',
        's3:PutBucket*',
        's3:PutE*',
        's3:PutLifecycleConfiguration',
        's3:PutReplicationConfiguration',
      ],
      Condition: deploy,
    },
  },
  bad: {
    'the policy only': { Action: 's3:PutBucketPolicy', Condition: deploy },
    'but for any role': {
      Action: actions,
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/*' } },
    },
  },
});
