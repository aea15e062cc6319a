import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';

export interface AccessLogBucketProps {
  readonly bucketName: string;
  /** Prefix that every bucket has whose access logs arrive here. */
  readonly sourceBucketArnPattern: string;
  readonly retentionDays: number;
}

/**
 * Where S3 writes the access logs of the vendor's buckets.
 *
 * S3 delivers only to a bucket of the same account and region, without SSE-KMS and without a default
 * Object Lock retention; the copy of record is the S3 data events in the log archive.
 */
export class AccessLogBucket extends Construct {
  readonly bucket: CfnBucket;

  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    const { partition, account } = Stack.of(this);
    const arn = `arn:${partition}:s3:::${props.bucketName}`;

    this.bucket = new CfnBucket(this, 'Resource', {
      bucketName: props.bucketName,
      versioningConfiguration: { status: 'Enabled' },
      bucketEncryption: {
        serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
      },
      ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
      publicAccessBlockConfiguration: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      lifecycleConfiguration: {
        rules: [
          {
            id: 'expire',
            status: 'Enabled',
            expirationInDays: props.retentionDays,
            noncurrentVersionExpiration: { noncurrentDays: 30 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
    });
    this.bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);

    // By name: cdk-nag compares the policy's resources with it.
    const policy = new CfnBucketPolicy(this, 'Policy', {
      bucket: props.bucketName,
      policyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'S3DeliversAccessLogs',
            principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
            actions: ['s3:PutObject'],
            resources: [`${arn}/*`],
            conditions: {
              StringEquals: { 'aws:SourceAccount': account },
              ArnLike: { 'aws:SourceArn': props.sourceBucketArnPattern },
            },
          }),
          new PolicyStatement({
            sid: 'OnlyS3Writes',
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutObject'],
            resources: [`${arn}/*`],
            conditions: {
              StringNotEqualsIfExists: { 'aws:PrincipalServiceName': 'logging.s3.amazonaws.com' },
            },
          }),
          new PolicyStatement({
            sid: 'TlsOnly',
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['s3:*'],
            resources: [arn, `${arn}/*`],
            conditions: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
          new PolicyStatement({
            sid: 'Tls12OrNewer',
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['s3:*'],
            resources: [arn, `${arn}/*`],
            conditions: { NumericLessThan: { 's3:TlsVersion': '1.2' } },
          }),
        ],
      }),
    });
    policy.addResourceDependency(this.bucket);

    const because = { owner: 'platform-security', reviewBy: '2027-11-01' };
    acknowledge(this.bucket, {
      rule: ['AwsSolutions-S1', 'NIST.800.53.R5-S3BucketLoggingEnabled'],
      reason: 'This bucket receives the access logs; logging it to itself would loop.',
      ...because,
    });
    acknowledge(this.bucket, {
      rule: 'NIST.800.53.R5-S3DefaultEncryptionKMS',
      reason: 'S3 does not deliver server access logs to a bucket whose default encryption is SSE-KMS.',
      ...because,
    });
    acknowledge(this.bucket, {
      rule: 'NIST.800.53.R5-S3BucketReplicationEnabled',
      reason:
        'Replication is denied for residency; the copy of record is the S3 data events in the log archive.',
      ...because,
    });
  }
}
