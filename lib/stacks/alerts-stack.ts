import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlertTopic } from '../constructs/alerts/alert-topic';
import { alertTopicName, keyAlias } from '../model/names';

export interface AlertsStackProps extends StackProps {
  readonly vendor: string;
  readonly deployRoleArn: string;
}

/** The topic of one account that alarms, tripwires and functions of one vendor publish to. */
export class AlertsStack extends Stack {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: AlertsStackProps) {
    super(scope, id, props);
    new AlertTopic(this, 'Alerts', {
      topicName: alertTopicName(props.vendor),
      keyAlias: keyAlias(props.vendor, 'alerts'),
      deployRoleArn: props.deployRoleArn,
      publisherRoleArnPattern: `arn:${this.partition}:iam::${this.account}:role/lpo-${props.vendor}-*`,
    });
    // By name: stacks that publish need no reference to this one.
    this.topicArn = `arn:${this.partition}:sns:${this.region}:${this.account}:${alertTopicName(props.vendor)}`;
  }
}
