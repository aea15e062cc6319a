import { Stack } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { eventAlertRoleName, logGroupName, restoreRecordRuleName } from '../../model/names.ts';
import { logGroupArn, roleArn } from '../arns.ts';
import { restoreLogName } from '../logs/workspace-logs.ts';

export interface RestoreRecordProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Encrypted topic that EventBridge publishes to, as the vendor's role for it. */
  readonly topicArn: string;
}

/**
 * Writes down every restore and restore test, and tells somebody. AWS Backup itself forgets jobs after a while;
 * the log group keeps a year.
 *
 * A restore is rare and handles documents, so that its start is worth a message too.
 */
export class RestoreRecord extends Construct {
  constructor(scope: Construct, id: string, props: RestoreRecordProps) {
    super(scope, id);
    const { region, account } = Stack.of(this);
    const { vendor } = props;
    const source = ['aws.backup'];
    new CfnRule(this, 'Record', {
      name: restoreRecordRuleName(vendor),
      description: 'Restores, restore tests and copies, as they were',
      eventPattern: {
        source,
        'detail-type': ['Copy Job State Change', 'Restore Job State Change'],
      },
      targets: [
        {
          id: 'Log',
          arn: logGroupArn(this, logGroupName(vendor, restoreLogName)),
        },
      ],
    });
    new CfnRule(this, 'Alert', {
      name: `${restoreRecordRuleName(vendor)}-alert`,
      description: 'A restore or restore test began or ended, or a backup or copy failed',
      eventPattern: {
        $or: [
          {
            'detail-type': ['Restore Job State Change'],
            detail: { status: ['ABORTED', 'COMPLETED', 'FAILED', 'RUNNING'] },
          },
          {
            'detail-type': ['Backup Job State Change', 'Copy Job State Change'],
            detail: { state: ['ABORTED', 'EXPIRED', 'FAILED'] },
          },
        ],
        source,
      },
      targets: [
        {
          id: 'Alerts',
          arn: props.topicArn,
          roleArn: roleArn(this, eventAlertRoleName(vendor)),
          inputTransformer: {
            inputPathsMap: { event: '$.id', time: '$.time', what: '$.detail-type' },
            inputTemplate: `"<what>. Vendor ${vendor}, account ${account}, ${region}, <time>, event <event>."`,
          },
        },
      ],
    });
  }
}
