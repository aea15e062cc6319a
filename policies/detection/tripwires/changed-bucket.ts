import { called } from '../cloudtrail-record.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'changed settings of a bucket',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html',
  rings: (room) =>
    [
      's3:PutBucketPolicy',
      's3:DeleteBucketPolicy',
      's3:PutBucketPublicAccessBlock',
      's3:DeleteBucketPublicAccessBlock',
      's3:PutBucketObjectLockConfiguration',
      's3:PutBucketReplication',
    ].map((call) => called(room, call)),
  silent: (room) => ['s3:PutBucketTagging', 's3:DeleteBucketTagging'].map((call) => called(room, call)),
};
