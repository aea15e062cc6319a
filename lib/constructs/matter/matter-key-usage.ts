import type { Stack } from 'aws-cdk-lib';
import { ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { restoreTestBucketPrefix } from '../../model/names.ts';
import { principalTag, tagKeys } from '../../model/tag-keys.ts';
import { bucketArn } from '../arns.ts';
import { peopleWho, type VaultPrincipals } from './vault-principals.ts';

export interface MatterKeyUsageProps {
  /** Stack of the key, for partition, account and Region. */
  readonly stack: Stack;
  /** Id of the matter, for example `m-7f3a9c`; it names no client and no party. */
  readonly matter: string;
  /** Principals that the policies of the zone name. */
  readonly principals: VaultPrincipals;
  /** ARN of the bucket, without a path. */
  readonly bucketArn: string;
  /** With a bucket key the encryption context is the bucket; without one it is each object. */
  readonly bucketKeyEnabled: boolean;
}

/**
 * Usage of a matter's key: its people, through S3, for its own bucket, after MFA; the scanner, the backup and
 * the restore through S3. Nobody calls KMS with it directly, and nobody can create a grant.
 */
export function matterKeyUsage(props: MatterKeyUsageProps): PolicyStatement[] {
  const { stack, principals } = props;
  const suffix = RegionInfo.get(stack.region).domainSuffix ?? 'amazonaws.com';
  const context = props.bucketKeyEnabled ? props.bucketArn : `${props.bucketArn}/*`;
  const throughS3 = {
    StringEquals: {
      'kms:CallerAccount': stack.account,
      'kms:ViaService': `s3.${stack.region}.${suffix}`,
    },
    ArnLike: { 'kms:EncryptionContext:aws:s3:arn': context },
  };
  const people = {
    ...throughS3,
    StringEquals: {
      ...throughS3.StringEquals,
      [principalTag(tagKeys.matter)]: props.matter,
      [principalTag(tagKeys.mfa)]: 'true',
    },
  };
  const allow = (sid: string, arns: string[], actions: string[], conditions: Record<string, unknown>) =>
    new PolicyStatement({
      sid,
      principals: arns.map((arn) => new ArnPrincipal(arn)),
      actions,
      resources: ['*'],
      conditions,
    });
  const writers = peopleWho(principals, ({ access }) => access.write.length > 0);
  const readers = peopleWho(principals, ({ access }) => access.write.length === 0 && access.read.length > 0);
  return [
    allow('PeopleReadAndWriteThroughS3', writers, ['kms:Decrypt', 'kms:GenerateDataKey'], people),
    ...(readers.length > 0 ? [allow('PeopleReadThroughS3', readers, ['kms:Decrypt'], people)] : []),
    allow(
      'ScanAndRestoreThroughS3',
      [principals.malwareScan, principals.restore],
      ['kms:Decrypt', 'kms:GenerateDataKey'],
      throughS3,
    ),
    allow('BackupReadsThroughS3', [principals.backup], ['kms:Decrypt'], throughS3),
    // What a restore test writes is read by nobody: this is the only use of the key for such a bucket.
    allow('RestoreTestThroughS3', [principals.restoreTest], ['kms:Decrypt', 'kms:GenerateDataKey'], {
      ...throughS3,
      ArnLike: {
        'kms:EncryptionContext:aws:s3:arn': bucketArn(stack, `${restoreTestBucketPrefix}*`),
      },
    }),
  ];
}
