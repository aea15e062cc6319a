import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type ArchiveAccess, archiveBucketPolicy } from './archive-bucket-policy.ts';

export interface ArchiveBucketProps extends ArchiveAccess {
  /** Name of the bucket, at most 63 characters, unique in the whole partition. */
  readonly bucketName: string;
  /** ARN of the bucket, without a path. */
  readonly bucketArn: string;
  /**
   * Key of the objects.
   *
   * @default - SSE-S3; the only encryption S3 delivers server access logs with
   */
  readonly keyArn?: string;
  /**
   * Days every object version is locked, in compliance mode: nobody, root included, shortens it.
   *
   * @default - objects are locked one by one; AWS Config and S3 refuse to deliver under a default retention
   */
  readonly lockDays?: number;
  /**
   * Days after which objects expire.
   *
   * @default - never
   */
  readonly expireAfterDays?: number;
  /**
   * Bucket and prefix that S3 writes this bucket's access logs to.
   *
   * @default - nowhere; the bucket is itself the place
   */
  readonly accessLogs?: { readonly bucketName: string; readonly prefix: string };
}

/** A bucket of the log archive: versioned, lockable, private, kept when its stack goes. */
export class ArchiveBucket extends Construct {
  readonly bucket: CfnBucket;
  readonly policy: CfnBucketPolicy;

  constructor(scope: Construct, id: string, props: ArchiveBucketProps) {
    super(scope, id);
    const { keyArn, lockDays, expireAfterDays, accessLogs } = props;
    const rule = lockDays ? { rule: { defaultRetention: { mode: 'COMPLIANCE', days: lockDays } } } : {};
    this.bucket = new CfnBucket(this, 'Resource', {
      bucketName: props.bucketName,
      versioningConfiguration: { status: 'Enabled' },
      objectLockEnabled: true,
      objectLockConfiguration: { objectLockEnabled: 'Enabled', ...rule },
      bucketEncryption: {
        serverSideEncryptionConfiguration: [
          {
            // No bucket key: it would drop CloudTrail's own encryption context, which the key policy asks for.
            bucketKeyEnabled: false,
            serverSideEncryptionByDefault: keyArn
              ? { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn }
              : { sseAlgorithm: 'AES256' },
            blockedEncryptionTypes: { encryptionType: ['SSE-C'] },
          },
        ],
      },
      ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
      publicAccessBlockConfiguration: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      ...(accessLogs
        ? {
            loggingConfiguration: {
              destinationBucketName: accessLogs.bucketName,
              logFilePrefix: accessLogs.prefix,
            },
          }
        : {}),
      lifecycleConfiguration: {
        rules: [
          {
            id: 'abort-uploads',
            status: 'Enabled',
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
          ...(expireAfterDays
            ? [
                {
                  id: 'expire',
                  status: 'Enabled',
                  expirationInDays: expireAfterDays,
                  noncurrentVersionExpiration: { noncurrentDays: 30 },
                },
              ]
            : []),
        ],
      },
    });
    this.bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);

    this.policy = new CfnBucketPolicy(this, 'Policy', {
      // The name, not a reference: cdk-nag compares it with the ARNs of the statements.
      bucket: props.bucketName,
      policyDocument: new PolicyDocument({ statements: archiveBucketPolicy(props.bucketArn, props) }),
    });
    this.policy.addResourceDependency(this.bucket);
    this.policy.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
