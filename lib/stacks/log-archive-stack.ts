import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import { roleArn } from '../constructs/arns.ts';
import { LogArchive } from '../constructs/log-archive/log-archive.ts';
import { evidencePrefixes } from '../model/evidence-prefixes.ts';
import {
  environmentRoleName,
  ledgerWriterRoleName,
  serviceFunctionName,
  vendorRoleName,
} from '../model/names.ts';

export interface LogArchiveStackProps extends StackProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
  /** Days the trail and the evidence are locked. */
  readonly retentionDays: number;
}

/** Log archive of one vendor, in the log-archive account and in the vendor's region. Deployed before the vendor. */
export class LogArchiveStack extends Stack {
  constructor(scope: Construct, id: string, props: LogArchiveStackProps) {
    super(scope, id, props);
    const { organization, vendor } = props;
    const role = (account: string, name: string) => roleArn(this, name, account);
    const security = (name: string) => role(organization.accounts.security, name);
    const { clocks, incidents, ledger } = evidencePrefixes;
    new LogArchive(this, 'LogArchive', {
      vendor: vendor.vendor,
      vendorAccount: vendor.account,
      deployRoleArn: role(
        this.account,
        environmentRoleName(organization.roles.deploy, this.account, this.region),
      ),
      auditorRoleArn: role(vendor.account, vendorRoleName(vendor.vendor, 'auditor')),
      retentionDays: props.retentionDays,
      evidenceWriters: [
        {
          roleArn: security(serviceFunctionName(vendor.vendor, 'kill-switch')),
          prefix: incidents,
          also: 'holds',
        },
        {
          roleArn: security(serviceFunctionName(vendor.vendor, 'breach-clock')),
          prefix: clocks,
          also: 'reads',
        },
        { roleArn: security(ledgerWriterRoleName(vendor.vendor)), prefix: ledger, also: 'reads' },
      ],
    });
  }
}
