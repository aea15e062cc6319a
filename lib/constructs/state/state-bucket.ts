import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import { statePrefixes } from '../../model/state-keys.ts';
import { acknowledge } from '../acknowledge.ts';
import { bucketArn } from '../arns.ts';
import { SealedKey } from '../keys/sealed-key.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { type StateBucketAccess, stateBucketPolicy } from './state-bucket-policy.ts';

export interface StateBucketProps extends StateBucketAccess {
  /** Name of the bucket, at most 63 characters, unique in the whole partition. */
  readonly bucketName: string;
  /** Full alias of the key, `alias/` included. */
  readonly keyAlias: string;
  /** Name of the bucket for server access logs, in the same account and Region. */
  readonly accessLogBucketName: string;
}

/** Days a session's record stays; a session itself lasts eight hours. */
const sessionRecordDays = 7;

/** Days each version is locked: lifting a suspension adds a delete marker and leaves the version. */
const lockDays = 30;

/**
 * Bucket for suspensions and for the owner of each VPN session.
 *
 * Versioned, so that lifting a suspension leaves its record; the lifting itself is in the trail.
 */
export class StateBucket extends Construct {
  readonly key: SealedKey;

  constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    const arn = bucketArn(this, props.bucketName);
    const suffix = RegionInfo.get(region).domainSuffix ?? 'amazonaws.com';
    const throughS3 = {
      StringEquals: {
        'kms:ViaService': `s3.${region}.${suffix}`,
        'kms:EncryptionContext:aws:s3:arn': arn,
      },
    };
    this.key = new SealedKey(this, 'Key', {
      alias: props.keyAlias,
      description: 'Suspensions and VPN sessions',
      deployRoleArn: props.deployRoleArn,
      usage: [
        new PolicyStatement({
          sid: 'HandlersThroughS3',
          principals: [props.connectRoleArn, props.containmentRoleArn].map((role) => new ArnPrincipal(role)),
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: ['*'],
          conditions: throughS3,
        }),
        new PolicyStatement({
          sid: 'SweepReadsThroughS3',
          principals: [new ArnPrincipal(props.sweepRoleArn)],
          actions: ['kms:Decrypt'],
          resources: ['*'],
          conditions: throughS3,
        }),
      ],
    });
    const bucket = new CfnBucket(this, 'Resource', {
      bucketName: props.bucketName,
      versioningConfiguration: { status: 'Enabled' },
      objectLockEnabled: true,
      objectLockConfiguration: {
        objectLockEnabled: 'Enabled',
        rule: { defaultRetention: { mode: 'GOVERNANCE', days: lockDays } },
      },
      bucketEncryption: {
        serverSideEncryptionConfiguration: [
          {
            bucketKeyEnabled: true,
            serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: this.key.keyArn },
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
      loggingConfiguration: { destinationBucketName: props.accessLogBucketName, logFilePrefix: 'state/' },
      lifecycleConfiguration: {
        rules: [
          {
            id: 'expire-sessions',
            status: 'Enabled',
            prefix: `${statePrefixes.sessions}/`,
            expirationInDays: sessionRecordDays,
            noncurrentVersionExpiration: { noncurrentDays: lockDays },
          },
          {
            id: 'abort-uploads',
            status: 'Enabled',
            abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
          },
        ],
      },
    });
    bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const policy = new CfnBucketPolicy(this, 'Policy', {
      bucket: props.bucketName,
      policyDocument: stateBucketPolicy(arn, props),
    });
    policy.addResourceDependency(bucket);
    policy.applyRemovalPolicy(RemovalPolicy.RETAIN);

    acknowledge(bucket, {
      rule: 'NIST.800.53.R5-S3BucketReplicationEnabled',
      reason: 'Replication is denied for residency; the records say who is connected now and are worth days.',
      ...platformSecurityReview,
    });
  }
}
