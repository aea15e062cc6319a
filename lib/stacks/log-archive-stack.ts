import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema';
import type { Vendor } from '../config/vendor-schema';
import { LogArchive } from '../constructs/log-archive/log-archive';
import { environmentRoleName, serviceFunctionName, vendorRoleName } from '../model/names';

export interface LogArchiveStackProps extends StackProps {
  readonly organization: Organization;
  readonly vendor: Vendor;
  /** Days the trail and the evidence are locked. */
  readonly retentionDays: number;
}

/** What is kept of one vendor in the log-archive account, in the vendor's region. Deployed before the vendor. */
export class LogArchiveStack extends Stack {
  constructor(scope: Construct, id: string, props: LogArchiveStackProps) {
    super(scope, id, props);
    const { organization, vendor } = props;
    const role = (account: string, name: string) => `arn:${this.partition}:iam::${account}:role/${name}`;
    new LogArchive(this, 'LogArchive', {
      vendor: vendor.vendor,
      vendorAccount: vendor.account,
      deployRoleArn: role(
        this.account,
        environmentRoleName(organization.roles.deploy, this.account, this.region),
      ),
      auditorRoleArn: role(vendor.account, vendorRoleName(vendor.vendor, 'auditor')),
      retentionDays: props.retentionDays,
      evidenceWriterArns: [
        role(organization.accounts.security, serviceFunctionName(vendor.vendor, 'kill-switch')),
      ],
    });
  }
}
