import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlertTopic } from '../constructs/alerts/alert-topic.ts';
import { EventAlertRole } from '../constructs/alerts/event-alert-role.ts';
import { roleArn, topicArn } from '../constructs/arns.ts';
import { alertTopicName, environmentRoleName, keyAlias } from '../model/names.ts';

export interface AlertsStackProps extends StackProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Pattern of the CloudFormation execution role, `{account}` and `{region}` to be filled. */
  readonly deployRoleName: string;
}

/** The topic in the vendor's account that alarms and tripwires publish to. */
export class AlertsStack extends Stack {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: AlertsStackProps) {
    super(scope, id, props);
    // By name: stacks that publish need no reference to this one.
    this.topicArn = topicArn(this, alertTopicName(props.vendor));
    const { role } = new EventAlertRole(this, 'EventRole', {
      vendor: props.vendor,
      topicArn: this.topicArn,
    });
    new AlertTopic(this, 'Alerts', {
      topicName: alertTopicName(props.vendor),
      publisherRoleArns: [role.roleArn],
      keyAlias: keyAlias(props.vendor, 'alerts'),
      deployRoleArn: roleArn(this, environmentRoleName(props.deployRoleName, this.account, this.region)),
    });
  }
}
