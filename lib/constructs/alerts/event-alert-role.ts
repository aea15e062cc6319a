import { Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { eventAlertRoleName } from '../../model/names.ts';
import { boundaryByName } from '../access/boundary-by-name.ts';
import { ruleArn } from '../arns.ts';

export interface EventAlertRoleProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** ARN of the topic, by its name. */
  readonly topicArn: string;
}

/**
 * Role as which EventBridge publishes to the encrypted topic: for rules of this vendor, and to that topic alone.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html
 */
export class EventAlertRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, props: EventAlertRoleProps) {
    super(scope, id);
    this.role = new Role(this, 'Resource', {
      roleName: eventAlertRoleName(props.vendor),
      assumedBy: new ServicePrincipal('events.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
          ArnLike: { 'aws:SourceArn': ruleArn(this, `lpo-${props.vendor}-*`) },
        },
      }),
      permissionsBoundary: boundaryByName(this, props.vendor, 'service'),
    });
    new ManagedPolicy(this, 'Policy', {
      roles: [this.role],
      statements: [new PolicyStatement({ actions: ['sns:Publish'], resources: [props.topicArn] })],
    });
  }
}
