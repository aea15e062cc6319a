import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { IConstruct } from 'constructs';
import { everyKeyArn } from '../arns.ts';

export interface RestorePermissionsProps {
  /** Construct in the vendor's account, whose ARNs the statements name. */
  readonly scope: IConstruct;
  /** ARN of the bucket that is written to; a trailing `*` stands for the names AWS Backup makes up. */
  readonly bucketArn: string;
  /** The key that what is restored lies under. */
  readonly keyArn: string;
  /** True where the bucket is made for the restore. */
  readonly makesBucket: boolean;
}

/**
 * Permissions for AWS Backup to restore into one bucket under one key: the managed policy
 * AWSBackupServiceRolePolicyForS3Restore (v2) without deletion, access control lists and tags, and narrowed to
 * that bucket and that key.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForS3Restore.html
 */
export function restorePermissions(props: RestorePermissionsProps): PolicyStatement[] {
  const { scope, bucketArn, keyArn } = props;
  const { region } = Stack.of(scope);
  const suffix = RegionInfo.get(region).domainSuffix ?? 'amazonaws.com';
  const allow = (sid: string, actions: string[], resource: string, service?: string) =>
    new PolicyStatement({
      sid,
      actions,
      resources: [resource],
      ...(service
        ? { conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.${suffix}` } } }
        : {}),
    });
  return [
    allow(
      'Bucket',
      [
        ...(props.makesBucket
          ? ['s3:CreateBucket', 's3:PutBucketOwnershipControls', 's3:PutBucketVersioning']
          : []),
        's3:GetBucketLocation',
        's3:GetBucketOwnershipControls',
        's3:GetBucketVersioning',
        's3:ListBucket',
        's3:ListBucketVersions',
      ],
      bucketArn,
    ),
    // Reads: AWS Backup looks whether the version is there already, and never replaces one.
    allow(
      'Objects',
      [
        's3:AbortMultipartUpload',
        's3:GetObject',
        's3:GetObjectAcl',
        's3:GetObjectVersion',
        's3:GetObjectVersionAcl',
        's3:ListMultipartUploadParts',
        's3:PutObject',
      ],
      `${bucketArn}/*`,
    ),
    allow('Key', ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'], keyArn, 's3'),
    // The vault's key policy names the restore roles; no matter's key lets them in through AWS Backup.
    allow('VaultKey', ['kms:Decrypt'], everyKeyArn(scope), 'backup'),
  ];
}
