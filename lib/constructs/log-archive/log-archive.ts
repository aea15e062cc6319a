import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import {
  boundaryName,
  keyAlias,
  type LogBucketKind,
  logBucketName,
  logReaderRoleName,
  trailName,
} from '../../model/names.ts';
import { acknowledge } from '../acknowledge.ts';
import { bucketArn, trailArn } from '../arns.ts';
import { SealedKey } from '../keys/sealed-key.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import {
  acceptAccessLogs,
  acceptConfig,
  acceptEvidence,
  acceptTrail,
  type EvidenceWriter,
} from './archive-acceptance.ts';
import { ArchiveBucket, type ArchiveBucketProps } from './archive-bucket.ts';
import { archiveKeyUsage } from './archive-key-usage.ts';
import { LogReader } from './log-reader.ts';

export interface LogArchiveProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** The vendor's own account, twelve digits. */
  readonly vendorAccount: string;
  /** CloudFormation's execution role of the log-archive account. */
  readonly deployRoleArn: string;
  /** Role of the vendor's account that may read the logs, through the reader role of this account. */
  readonly auditorRoleArn: string;
  /** Days the trail and the evidence are locked in compliance mode. */
  readonly retentionDays: number;
  /**
   * Roles that add evidence, each in its own folder. They must exist.
   *
   * @default - nobody yet
   */
  readonly evidenceWriters?: readonly EvidenceWriter[];
}

/**
 * A vendor's logs, out of the vendor's reach: one key, four buckets, one reader.
 *
 * AWS services write for the vendor's account and nobody else does. The buckets are apart because AWS Config
 * and S3 server access logs cannot be delivered under a default retention.
 */
export class LogArchive extends Construct {
  constructor(scope: Construct, id: string, props: LogArchiveProps) {
    super(scope, id);
    const { vendor, vendorAccount, retentionDays } = props;
    const { account, region } = Stack.of(this);
    const evidenceWriters = props.evidenceWriters ?? [];
    const nameOf = (kind: LogBucketKind) => logBucketName(kind, vendor, account, region);
    const arnOf = (kind: LogBucketKind) => bucketArn(this, nameOf(kind));
    const trailIn = (where: string) =>
      trailArn(this, trailName(vendor), { account: vendorAccount, region: where });

    const reader = new LogReader(this, 'Reader', {
      roleName: logReaderRoleName(vendor),
      boundaryName: boundaryName(vendor, 'log-reader'),
      vendorAccount,
      auditorRoleArn: props.auditorRoleArn,
      bucketArns: [arnOf('trail'), arnOf('config'), arnOf('access'), arnOf('evidence')],
    });
    const key = new SealedKey(this, 'Key', {
      alias: keyAlias(vendor, 'log-archive'),
      description: `Log archive of ${vendor}`,
      deployRoleArn: props.deployRoleArn,
      usage: archiveKeyUsage({
        region,
        vendorAccount,
        trailArn: trailIn(region),
        trailArnPattern: trailIn('*'),
        trailBucketArn: arnOf('trail'),
        configBucketArn: arnOf('config'),
        evidenceBucketArn: arnOf('evidence'),
        evidenceWriters,
        readerRoleArn: reader.role.roleArn,
      }),
    });

    type Own = Pick<
      ArchiveBucketProps,
      'accept' | 'expireAfterDays' | 'keyArn' | 'lockDays' | 'writer' | 'writtenOnce'
    > & {
      readonly ownReaders?: readonly string[];
    };
    const bucket = (bucketId: string, kind: LogBucketKind, { ownReaders = [], ...own }: Own) =>
      new ArchiveBucket(this, bucketId, {
        ...own,
        bucketName: nameOf(kind),
        bucketArn: arnOf(kind),
        readerRoleArns: [reader.role.roleArn, ...ownReaders],
        deployRoleArn: props.deployRoleArn,
        ...(kind === 'access' ? {} : { accessLogs: { bucketName: nameOf('access'), prefix: `${kind}/` } }),
      });
    const accessLogs = bucket('AccessLogs', 'access', {
      writer: { service: 'logging.s3.amazonaws.com' },
      accept: acceptAccessLogs(account, arnOf('access'), [
        arnOf('trail'),
        arnOf('config'),
        arnOf('evidence'),
      ]),
      expireAfterDays: retentionDays,
    });
    const others = [
      bucket('Trail', 'trail', {
        keyArn: key.keyArn,
        lockDays: retentionDays,
        expireAfterDays: retentionDays,
        writer: { service: 'cloudtrail.amazonaws.com' },
        accept: acceptTrail(arnOf('trail'), vendorAccount, trailIn(region)),
      }),
      bucket('Config', 'config', {
        keyArn: key.keyArn,
        expireAfterDays: retentionDays,
        writer: { service: 'config.amazonaws.com' },
        accept: acceptConfig(arnOf('config'), vendorAccount),
      }),
      bucket('Evidence', 'evidence', {
        keyArn: key.keyArn,
        lockDays: retentionDays,
        writer: { roleArns: evidenceWriters.map(({ roleArn }) => roleArn) },
        ownReaders: evidenceWriters.filter(({ also }) => also === 'reads').map(({ roleArn }) => roleArn),
        writtenOnce: true,
        accept: acceptEvidence(arnOf('evidence'), evidenceWriters),
      }),
    ];
    for (const other of others) other.bucket.addResourceDependency(accessLogs.policy);
    for (const each of [accessLogs, ...others]) {
      acknowledge(each.bucket, {
        rule: 'NIST.800.53.R5-S3BucketReplicationEnabled',
        reason:
          'A replica in another region would leave the jurisdiction; the lock keeps what is written here.',
        ...platformSecurityReview,
      });
    }
    acknowledge(accessLogs.bucket, {
      rule: 'NIST.800.53.R5-S3DefaultEncryptionKMS',
      reason: 'S3 does not deliver server access logs to a bucket whose default encryption is SSE-KMS.',
      ...platformSecurityReview,
    });
  }
}
