import { Arn, ArnFormat } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { everyKeyArn, recoveryPointsArn, ruleArn } from '../arns.ts';

export interface BackupPermissionsProps {
  /** Construct in the vendor's account, whose ARNs the statements name. */
  readonly scope: IConstruct;
  /** ARN of the bucket, without a path. */
  readonly bucketArn: string;
  /** ARN of the vault in the vendor's account. */
  readonly primaryVaultArn: string;
  /** ARN of the vault in the backup account, the only one that copies go to. */
  readonly copyVaultArn: string;
}

/**
 * Permissions for AWS Backup to back up one bucket and copy the result to one vault: the managed policy
 * AWSBackupServiceRolePolicyForS3Backup (v5) and the copy actions of AWSBackupServiceRolePolicyForBackup,
 * narrowed to this bucket and these vaults.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForS3Backup.html
 */
export function backupPermissions(props: BackupPermissionsProps): PolicyStatement[] {
  const { scope, bucketArn } = props;
  const copies = Arn.split(props.copyVaultArn, ArnFormat.COLON_RESOURCE_NAME);
  const allow = (sid: string, actions: string[], resources: string[]) =>
    new PolicyStatement({ sid, actions, resources });
  return [
    allow(
      'Bucket',
      [
        's3:GetBucketAcl',
        's3:GetBucketLocation',
        's3:GetBucketNotification',
        's3:GetBucketTagging',
        's3:GetBucketVersioning',
        's3:GetInventoryConfiguration',
        's3:ListBucket',
        's3:ListBucketVersions',
        's3:ListTagsForResource',
        's3:PutBucketNotification',
        's3:PutInventoryConfiguration',
      ],
      [bucketArn],
    ),
    allow(
      'Objects',
      [
        's3:GetObject',
        's3:GetObjectAcl',
        's3:GetObjectTagging',
        's3:GetObjectVersion',
        's3:GetObjectVersionAcl',
        's3:GetObjectVersionTagging',
      ],
      [`${bucketArn}/*`],
    ),
    // The vaults' key policies hand this to the account; without it a job succeeds and the objects are
    // missing. Keys of matters name their own backup role, so nothing here opens another matter's.
    allow(
      'VaultKeys',
      ['kms:Decrypt', 'kms:GenerateDataKey'],
      [everyKeyArn(scope), everyKeyArn(scope, copies)],
    ),
    allow('OwnVault', ['backup:DescribeBackupVault'], [props.primaryVaultArn]),
    allow('CopyVault', ['backup:CopyIntoBackupVault'], [props.copyVaultArn]),
    allow('RecoveryPoints', ['backup:CopyFromBackupVault', 'backup:TagResource'], [recoveryPointsArn(scope)]),
    allow(
      'ManagedRule',
      [
        'events:DeleteRule',
        'events:DescribeRule',
        'events:DisableRule',
        'events:EnableRule',
        'events:ListTargetsByRule',
        'events:PutRule',
        'events:PutTargets',
        'events:RemoveTargets',
      ],
      [ruleArn(scope, 'AwsBackupManagedRule*')],
    ),
    allow('Account', ['cloudwatch:GetMetricData', 'events:ListRules', 's3:ListAllMyBuckets'], ['*']),
  ];
}
