import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { mfaTag } from '../access/federated-trust.ts';

export interface RestorerPermissionsProps {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
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
  const { partition, region, account, recoveryPointTags = {} } = props;
  const inAccount = `arn:${partition}:backup:${region}:${account}:`;
  const mfa = { [`aws:PrincipalTag/${mfaTag}`]: 'true' };
  const tagged = Object.fromEntries(
    Object.entries(recoveryPointTags).map(([key, value]) => [`aws:ResourceTag/${key}`, value]),
  );
  return [
    new PolicyStatement({
      sid: 'Start',
      actions: ['backup:StartRestoreJob'],
      resources: [`${inAccount}recovery-point:*`],
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
