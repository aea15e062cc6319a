import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import { AlertTopic } from '../constructs/alerts/alert-topic.ts';
import { roleArn, topicArn } from '../constructs/arns.ts';
import { KillSwitch } from '../constructs/kill-switch/kill-switch.ts';
import { LogKey } from '../constructs/logs/log-key.ts';
import {
  alertTopicName,
  environmentRoleName,
  keyAlias,
  logBucketName,
  logGroupName,
  machineLogGroupName,
  quarantineRoleName,
  serviceFunctionName,
  stateBucketName,
} from '../model/names.ts';
import { functionsOf } from '../profile/functions-of.ts';
import { zonesOf } from '../profile/zones-of.ts';

export interface KillSwitchStackProps extends StackProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
}

/** The kill switch of one vendor, in the security account. */
export class KillSwitchStack extends Stack {
  constructor(scope: Construct, id: string, props: KillSwitchStackProps) {
    super(scope, id, props);
    const { accounts, roles, organizationId } = props.organization;
    const { vendor, account, region, matters } = props.vendor;
    const deployRole = environmentRoleName(roles.deploy, this.account, this.region);
    const key = new LogKey(this, 'LogKey', {
      alias: keyAlias(vendor, 'response-logs'),
      logGroups: [logGroupName(vendor, '*'), machineLogGroupName(vendor, '*')],
      deployRoleArn: roleArn(this, deployRole),
    });
    const killSwitch = new KillSwitch(this, 'KillSwitch', {
      vendor,
      vendorAccount: account,
      matters: matters.map((matter) => ({
        id: matter.id,
        zones: zonesOf(matter),
        functions: functionsOf(matter),
      })),
      organizationId,
      stateBucketName: stateBucketName(vendor, account, region),
      evidenceBucketName: logBucketName('evidence', vendor, accounts.logArchive, region),
      logArchiveAccount: accounts.logArchive,
      quarantineRoleArn: roleArn(this, quarantineRoleName(vendor), accounts.management),
      topicArn: topicArn(this, alertTopicName(vendor)),
      logKeyArn: key.keyArn,
    });
    const topic = new AlertTopic(this, 'Alerts', {
      topicName: alertTopicName(vendor),
      keyAlias: keyAlias(vendor, 'alerts'),
      deployRoleArn: roleArn(this, deployRole),
      publisherRoleArns: (['breach-clock', 'kill-switch'] as const).map((fn) =>
        roleArn(this, serviceFunctionName(vendor, fn)),
      ),
    });
    topic.node.addDependency(killSwitch.role);
  }
}
