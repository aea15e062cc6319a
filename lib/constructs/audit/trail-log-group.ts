import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { keyAlias, logDeliveryRoleName, logGroupName } from '../../model/names.ts';
import { boundaryByName } from '../access/boundary-by-name.ts';
import { acknowledge } from '../acknowledge.ts';
import { logGroupArn } from '../arns.ts';
import { LogKey } from '../logs/log-key.ts';
import { logGroupRetentionDays } from '../logs/workspace-logs.ts';
import { platformSecurityReview } from '../platform-security-review.ts';

export interface TrailLogGroupProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** ARN of the vendor's trail. */
  readonly trailArn: string;
  /** CloudFormation's execution role of the vendor's account. */
  readonly deployRoleArn: string;
}

/** Log group that CloudTrail also writes to, so that alarms see events within minutes. Its key has no custodian. */
export class TrailLogGroup extends Construct {
  readonly logGroupArn: string;
  readonly role: Role;
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, props: TrailLogGroupProps) {
    super(scope, id);
    const { vendor } = props;
    const { region, account } = Stack.of(this);
    const name = logGroupName(vendor, 'trail');
    const groupArn = logGroupArn(this, name);
    const key = new LogKey(this, 'LogKey', {
      alias: keyAlias(vendor, 'trail-log-group'),
      description: 'Log group of the trail',
      logGroups: name,
      deployRoleArn: props.deployRoleArn,
    });
    const logGroup = new CfnLogGroup(this, 'LogGroup', {
      logGroupName: name,
      kmsKeyId: key.keyArn,
      retentionInDays: logGroupRetentionDays,
      deletionProtectionEnabled: true,
    });
    logGroup.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.logGroupArn = logGroup.attrArn;

    this.role = new Role(this, 'Role', {
      roleName: logDeliveryRoleName(vendor, 'trail'),
      // With a source condition CloudTrail delivers nothing: prowler-cloud/prowler#4714.
      assumedBy: new ServicePrincipal('cloudtrail.amazonaws.com'),
      permissionsBoundary: boundaryByName(this, vendor, 'service'),
    });
    const streams = `${groupArn}:log-stream:${account}_CloudTrail_${region}*`;
    this.policy = new ManagedPolicy(this, 'Policy', {
      roles: [this.role],
      statements: [
        new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [streams] }),
      ],
    });
    acknowledge(this.policy, {
      rule: `AwsSolutions-IAM5[Resource::${streams}]`,
      reason: 'CloudTrail numbers its streams; the wildcard stands for that number in one named log group.',
      ...platformSecurityReview,
    });
  }
}
