import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Vendor } from '../config/vendor-schema.ts';
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
  readonly vendor: Vendor;
  readonly people: RosterPeople;
  readonly deployRoleArn: string;
  readonly logKeyArn: string;
  readonly alertTopicArn: string;
}

/** Connection decisions: the roster, suspensions, and the owner of each session. */
export class ConnectStack extends Stack {
  readonly connectHandlerArn: string;

  constructor(scope: Construct, id: string, props: ConnectStackProps) {
    super(scope, id, props);
    const { vendor, matters } = props.vendor;
    const role = (name: string) => `arn:${this.partition}:iam::${this.account}:role/${name}`;
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
    this.connectHandlerArn = `arn:${this.partition}:lambda:${this.region}:${this.account}:function:${connectHandlerName(vendor)}`;
  }
}
