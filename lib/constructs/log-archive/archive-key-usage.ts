import { ArnPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { EvidenceWriter } from './archive-acceptance.ts';

export interface ArchiveKeyUsageProps {
  /** Region the resources are in, for example `eu-west-2`. */
  readonly region: string;
  /** The vendor's own account, twelve digits. */
  readonly vendorAccount: string;
  /** ARN of the vendor's trail. */
  readonly trailArn: string;
  /** The same trail in every region it records. */
  readonly trailArnPattern: string;
  /** ARN of the bucket for the trail. */
  readonly trailBucketArn: string;
  /** ARN of the bucket for AWS Config. */
  readonly configBucketArn: string;
  /** ARN of the bucket for evidence. */
  readonly evidenceBucketArn: string;
  /** Roles that add evidence, each in its own folder. */
  readonly evidenceWriters: readonly EvidenceWriter[];
  /** ARN of the role that reads the logs. */
  readonly readerRoleArn: string;
}

/**
 * Usage of the archive's key: CloudTrail and AWS Config for one vendor account, the reader through S3.
 *
 * CloudTrail encrypts logs and digests under its own context; what Config writes, S3 encrypts under the
 * object's ARN.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
 */
export function archiveKeyUsage(props: ArchiveKeyUsageProps): PolicyStatement[] {
  const suffix = RegionInfo.get(props.region).domainSuffix ?? 'amazonaws.com';
  const throughS3 = { 'kms:ViaService': `s3.${props.region}.${suffix}` };
  const objectsOf = (...arns: string[]) => ({
    ArnLike: { 'kms:EncryptionContext:aws:s3:arn': arns.map((arn) => `${arn}/*`) },
  });
  const cloudTrail = new ServicePrincipal('cloudtrail.amazonaws.com');
  const ofTheTrail = { StringEquals: { 'aws:SourceArn': props.trailArn } };
  const allow = (sid: string, principal: ServicePrincipal | ArnPrincipal[], rest: object) =>
    new PolicyStatement({
      sid,
      principals: Array.isArray(principal) ? principal : [principal],
      resources: ['*'],
      ...rest,
    });
  return [
    allow('CloudTrailLooksAtTheKey', cloudTrail, { actions: ['kms:DescribeKey'], conditions: ofTheTrail }),
    allow('CloudTrailEncryptsLogsAndDigests', cloudTrail, {
      actions: ['kms:GenerateDataKey'],
      conditions: {
        ...ofTheTrail,
        ArnLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': props.trailArnPattern },
      },
    }),
    allow('ConfigWritesHistory', new ServicePrincipal('config.amazonaws.com'), {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      conditions: {
        StringEquals: { 'aws:SourceAccount': props.vendorAccount },
        ...objectsOf(props.configBucketArn),
      },
    }),
    allow('ReaderReadsThroughS3', [new ArnPrincipal(props.readerRoleArn)], {
      actions: ['kms:Decrypt'],
      conditions: {
        StringEquals: throughS3,
        ...objectsOf(props.trailBucketArn, props.configBucketArn, props.evidenceBucketArn),
      },
    }),
    ...props.evidenceWriters.map(({ roleArn, prefix, also }) =>
      allow(`${prefix}ThroughS3`, [new ArnPrincipal(roleArn)], {
        actions: ['kms:GenerateDataKey', ...(also === 'reads' ? ['kms:Decrypt'] : [])],
        conditions: { StringEquals: throughS3, ...objectsOf(`${props.evidenceBucketArn}/${prefix}`) },
      }),
    ),
  ];
}
