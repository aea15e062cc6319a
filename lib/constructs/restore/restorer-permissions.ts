import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { principalTag, tagKeys } from '../../model/tag-keys.ts';
import { recoveryPointsArn } from '../arns.ts';

export interface RestorerPermissionsProps {
  /** Construct in the vendor's account, whose ARNs the statements name. */
  readonly scope: IConstruct;
  /** ARN of the role that is passed to AWS Backup; a `*` stands for the vendor's matters. */
  readonly restoreRoleArn: string;
  /**
   * Tags that a recovery point must carry; its plan sets them.
   *
   * @default - none: a ceiling, under which each restorer names its own
   */
  readonly recoveryPointTags?: Readonly<Record<string, string>>;
}

/** Starting, passing and watching. Nothing here reads, deletes, copies or tags. */
export function restorerPermissions(props: RestorerPermissionsProps): PolicyStatement[] {
  const { scope, recoveryPointTags = {} } = props;
  const mfa = { [principalTag(tagKeys.mfa)]: 'true' };
  const tagged = Object.fromEntries(
    Object.entries(recoveryPointTags).map(([key, value]) => [`aws:ResourceTag/${key}`, value]),
  );
  return [
    new PolicyStatement({
      sid: 'Start',
      actions: ['backup:StartRestoreJob'],
      resources: [recoveryPointsArn(scope)],
      conditions: { StringEquals: { ...mfa, ...tagged } },
    }),
    new PolicyStatement({
      sid: 'PassOneRole',
      actions: ['iam:PassRole'],
      resources: [props.restoreRoleArn],
      conditions: { StringEquals: { ...mfa, 'iam:PassedToService': 'backup.amazonaws.com' } },
    }),
    new PolicyStatement({
      sid: 'Watch',
      actions: [
        'backup:DescribeRecoveryPoint',
        'backup:DescribeRestoreJob',
        'backup:ListRecoveryPointsByBackupVault',
        'backup:ListRecoveryPointsByResource',
        'backup:ListRestoreJobs',
        'backup:ListTags',
      ],
      resources: ['*'],
      conditions: { StringEquals: mfa },
    }),
  ];
}
