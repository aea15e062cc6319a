import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { bucketArn } from '../arns.ts';
import { acceptAccessLogs } from '../log-archive/archive-acceptance.ts';
import { ArchiveBucket } from '../log-archive/archive-bucket.ts';
import { platformSecurityReview } from '../platform-security-review.ts';

export interface AccessLogBucketProps {
  /** Name of the bucket, at most 63 characters, unique in the whole partition. */
  readonly bucketName: string;
  /** The buckets whose access logs arrive here. */
  readonly sourceBucketArns: readonly string[];
  /** Days an object is kept before it expires. */
  readonly retentionDays: number;
  /** The only role that reads the logs. */
  readonly auditorRoleArn: string;
  /** ARN of CloudFormation's execution role in this account, the only one that changes what is made here. */
  readonly deployRoleArn: string;
}

/**
 * Bucket for the access logs of the vendor's buckets: S3 delivers only inside the same account and region.
 *
 * The copy of record is the S3 data events in the log archive.
 */
export class AccessLogBucket extends Construct {
  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const arn = bucketArn(this, props.bucketName);
    const { bucket } = new ArchiveBucket(this, 'Bucket', {
      bucketName: props.bucketName,
      bucketArn: arn,
      accept: acceptAccessLogs(account, arn, [...props.sourceBucketArns]),
      writer: { service: 'logging.s3.amazonaws.com' },
      readerRoleArns: [props.auditorRoleArn],
      deployRoleArn: props.deployRoleArn,
      expireAfterDays: props.retentionDays,
    });
    acknowledge(bucket, {
      rule: ['AwsSolutions-S1', 'NIST.800.53.R5-S3BucketLoggingEnabled'],
      reason: 'This bucket receives the access logs; logging it to itself would loop.',
      ...platformSecurityReview,
    });
    acknowledge(bucket, {
      rule: 'NIST.800.53.R5-S3DefaultEncryptionKMS',
      reason: 'S3 does not deliver server access logs to a bucket whose default encryption is SSE-KMS.',
      ...platformSecurityReview,
    });
    acknowledge(bucket, {
      rule: 'NIST.800.53.R5-S3BucketReplicationEnabled',
      reason:
        'Replication is denied for residency; the copy of record is the S3 data events in the log archive.',
      ...platformSecurityReview,
    });
  }
}
