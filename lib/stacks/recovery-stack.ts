import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import { backupVaultArn, roleArn } from '../constructs/arns.ts';
import { CopyBack } from '../constructs/recovery/copy-back.ts';
import { CopyVault } from '../constructs/recovery/copy-vault.ts';
import { backupVaultName, environmentRoleName } from '../model/names.ts';

export interface RecoveryStackProps extends StackProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
}

/** Backup copies of one vendor, in the backup account and in the recovery region. Deployed before the vendor. */
export class RecoveryStack extends Stack {
  constructor(scope: Construct, id: string, props: RecoveryStackProps) {
    super(scope, id, props);
    const { organization, vendor } = props;
    const deployRoleName = environmentRoleName(organization.roles.deploy, this.account, this.region);
    const primaryVault = backupVaultName(vendor.vendor, 'primary');
    new CopyBack(this, 'CopyBack', {
      vendor: vendor.vendor,
      organizationId: organization.organizationId,
      securityAccount: organization.accounts.security,
      primaryVaultArn: backupVaultArn(this, primaryVault, { account: vendor.account, region: vendor.region }),
    });
    new CopyVault(this, 'Recovery', {
      vendor: vendor.vendor,
      vendorAccount: vendor.account,
      vendorRegion: vendor.region,
      deployRoleArn: roleArn(this, deployRoleName),
    });
  }
}
