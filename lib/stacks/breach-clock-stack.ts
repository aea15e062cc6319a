import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import { roleArn, topicArn } from '../constructs/arns.ts';
import { BreachClock } from '../constructs/breach-clock/breach-clock.ts';
import { LogKey } from '../constructs/logs/log-key.ts';
import type { BreachDuty } from '../model/breach-duty.ts';
import {
  alertTopicName,
  environmentRoleName,
  keyAlias,
  logBucketName,
  logGroupName,
  machineLogGroupName,
} from '../model/names.ts';

export interface BreachClockStackProps extends StackProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
  /** Whom the firm must tell, under the laws of the vendor's matters. */
  readonly duties: readonly BreachDuty[];
}

/** The breach clock of one vendor, in the security account; deployed before the topic and the bucket it names. */
export class BreachClockStack extends Stack {
  constructor(scope: Construct, id: string, props: BreachClockStackProps) {
    super(scope, id, props);
    const { accounts, roles, organizationId } = props.organization;
    const { vendor } = props.vendor;
    const deployRole = environmentRoleName(roles.deploy, this.account, this.region);
    const key = new LogKey(this, 'LogKey', {
      alias: keyAlias(vendor, 'clock-logs'),
      logGroups: [logGroupName(vendor, '*'), machineLogGroupName(vendor, '*')],
      deployRoleArn: roleArn(this, deployRole),
    });
    new BreachClock(this, 'BreachClock', {
      vendor,
      duties: props.duties,
      organizationId,
      evidenceBucketName: logBucketName('evidence', vendor, accounts.logArchive, this.region),
      logArchiveAccount: accounts.logArchive,
      topicArn: topicArn(this, alertTopicName(vendor)),
      logKeyArn: key.keyArn,
    });
  }
}
