import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Vendor } from '../config/vendor-schema.ts';
import { functionArn, roleArn } from '../constructs/arns.ts';
import { ConnectFunctions } from '../constructs/connect/connect-functions.ts';
import { StateBucket } from '../constructs/state/state-bucket.ts';
import {
  accessLogBucketName,
  connectHandlerName,
  containmentRoleName,
  keyAlias,
  serviceFunctionName,
  stateBucketName,
  vendorRoleName,
} from '../model/names.ts';
import { publishRoster, type RosterPeople } from '../model/publish-roster.ts';

export interface ConnectStackProps extends StackProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
  /** ARNs of the roles of the people on the vendor's matters. */
  readonly people: RosterPeople;
  /** ARN of CloudFormation's execution role in this account, the only one that changes what is made here. */
  readonly deployRoleArn: string;
  /** ARN of the KMS key of the log groups; its policy lets CloudWatch Logs use it. */
  readonly logKeyArn: string;
  /** ARN of the encrypted SNS topic that alarms publish to. */
  readonly alertTopicArn: string;
}

/** Connection decisions: the roster, suspensions, and the owner of each session. */
export class ConnectStack extends Stack {
  readonly connectHandlerArn: string;

  constructor(scope: Construct, id: string, props: ConnectStackProps) {
    super(scope, id, props);
    const { vendor, matters } = props.vendor;
    const role = (name: string) => roleArn(this, name);
    const bucketName = stateBucketName(vendor, this.account, this.region);
    const functions = new ConnectFunctions(this, 'Functions', {
      vendor,
      roster: publishRoster(vendor, matters, props.people),
      stateBucketName: bucketName,
      logKeyArn: props.logKeyArn,
      alertTopicArn: props.alertTopicArn,
    });
    const state = new StateBucket(this, 'State', {
      bucketName,
      keyAlias: keyAlias(vendor, 'state'),
      accessLogBucketName: accessLogBucketName(vendor, this.account, this.region),
      deployRoleArn: props.deployRoleArn,
      connectRoleArn: role(serviceFunctionName(vendor, 'connect')),
      sweepRoleArn: role(serviceFunctionName(vendor, 'sweep')),
      containmentRoleArn: role(containmentRoleName(vendor)),
      custodianRoleArn: role(vendorRoleName(vendor, 'key-custodian')),
    });
    // KMS refuses a key policy that names a role which does not exist yet.
    state.node.addDependency(functions.connect.role, functions.sweep.role);
    this.connectHandlerArn = functionArn(this, connectHandlerName(vendor));
  }
}
