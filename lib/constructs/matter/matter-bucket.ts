import { RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnAccessPoint, CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { addDays } from '../../model/days.ts';
import { acknowledge } from '../acknowledge.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { matterBucketPolicy } from './matter-bucket-policy.ts';
import { peopleWho, type VaultPrincipals } from './vault-principals.ts';

export interface MatterBucketProps {
  /** Name of the bucket, at most 63 characters, unique in the whole partition. */
  readonly bucketName: string;
  /** ARN of the bucket, without a path. */
  readonly bucketArn: string;
  /**
   * Name of the access point, 3 to 50 characters.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/creating-access-points.html
   */
  readonly accessPointName: string;
  /** ARN of the access point through which people reach the bucket. */
  readonly accessPointArn: string;
  /** Id of the workspace's VPC. */
  readonly vpcId: string;
  /** Id of the interface endpoint for S3, the only way in for people. */
  readonly s3EndpointId: string;
  /** ARN of the KMS key that everything in the bucket is encrypted with. */
  readonly keyArn: string;
  /** Off for sensitive matters: S3 caches a bucket key, so disabling the KMS key is not instant. */
  readonly bucketKeyEnabled: boolean;
  /** Name of the bucket for server access logs, in the same account and Region. */
  readonly accessLogBucketName: string;
  /** Id of the matter, for example `m-7f3a9c`; it names no client and no party. */
  readonly matter: string;
  /** Access logs go below it, for example `m-7f3a9c`. */
  readonly logPrefix: string;
  /** Principals that the policies of the zone name. */
  readonly principals: VaultPrincipals;
  /** Days every object version is locked (governance mode; the bypass is denied). */
  readonly retentionDays: number;
  /** Day the matter closes, YYYY-MM-DD; current versions expire `retentionDays` later. */
  readonly closeDate: string;
}

/** Midnight UTC, `days` after a calendar date. */
const daysAfter = (date: string, days: number): Date => new Date(addDays(date, days));

const blockAllPublicAccess = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};

/** Bucket of a matter's documents: one bucket, one access point that answers inside the workspace only. */
export class MatterBucket extends Construct {
  readonly bucket: CfnBucket;

  constructor(scope: Construct, id: string, props: MatterBucketProps) {
    super(scope, id);
    this.bucket = new CfnBucket(this, 'Resource', {
      bucketName: props.bucketName,
      versioningConfiguration: { status: 'Enabled' },
      objectLockEnabled: true,
      objectLockConfiguration: {
        objectLockEnabled: 'Enabled',
        rule: { defaultRetention: { mode: 'GOVERNANCE', days: props.retentionDays } },
      },
      bucketEncryption: {
        serverSideEncryptionConfiguration: [
          {
            bucketKeyEnabled: props.bucketKeyEnabled,
            serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: props.keyArn },
            blockedEncryptionTypes: { encryptionType: ['SSE-C'] },
          },
        ],
      },
      ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
      publicAccessBlockConfiguration: blockAllPublicAccess,
      loggingConfiguration: {
        destinationBucketName: props.accessLogBucketName,
        logFilePrefix: `${props.logPrefix}/`,
      },
      // The malware scan listens on EventBridge.
      notificationConfiguration: { eventBridgeConfiguration: { eventBridgeEnabled: true } },
      lifecycleConfiguration: {
        rules: [
          {
            id: 'abort-uploads',
            status: 'Enabled',
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
          {
            id: 'expire-after-retention',
            status: 'Enabled',
            expirationDate: daysAfter(props.closeDate, props.retentionDays),
            // Object Lock keeps each version for the retention; this only sets how soon it goes afterwards.
            noncurrentVersionExpiration: { noncurrentDays: 30 },
          },
        ],
      },
    });
    this.bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);

    // By name: cdk-nag compares the policy's resources with it, and a reviewer reads it at once.
    const policy = new CfnBucketPolicy(this, 'Policy', {
      bucket: props.bucketName,
      policyDocument: matterBucketPolicy(props),
    });
    policy.addResourceDependency(this.bucket);
    policy.applyRemovalPolicy(RemovalPolicy.RETAIN);

    const people = peopleWho(props.principals);
    new CfnAccessPoint(this, 'AccessPoint', {
      name: props.accessPointName,
      bucket: this.bucket.ref,
      vpcConfiguration: { vpcId: props.vpcId },
      publicAccessBlockConfiguration: blockAllPublicAccess,
      policy: new PolicyDocument({
        statements: [
          only('OnlyThisMattersPeople', `${props.accessPointArn}/object/*`, people),
          only('SettingsBelongToTheDeployment', props.accessPointArn, [...people, props.principals.deploy]),
        ],
      }),
    }).addResourceDependency(policy);

    acknowledge(this.bucket, {
      rule: 'NIST.800.53.R5-S3BucketReplicationEnabled',
      reason: 'Replication is denied for residency; AWS Backup copies to a locked vault of the jurisdiction.',
      ...platformSecurityReview,
    });
  }
}

/** Deny to everybody but some roles. */
const only = (sid: string, resource: string, roles: string[]): PolicyStatement =>
  new PolicyStatement({
    sid,
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['s3:*'],
    resources: [resource],
    conditions: { ArnNotEquals: { 'aws:PrincipalArn': roles } },
  });
