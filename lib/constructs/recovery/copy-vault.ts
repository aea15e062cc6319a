import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { backupVaultName, copyBackRoleName, keyAlias, matterServiceRoleName } from '../../model/names.ts';
import { backupVaultArn, roleArn } from '../arns.ts';
import { LockedVault } from '../backup/locked-vault.ts';

export interface CopyVaultProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** The vendor's own account, twelve digits. */
  readonly vendorAccount: string;
  /** Region of the vendor's own vault, the only one that copies may return to. */
  readonly vendorRegion: string;
  /** CloudFormation's execution role of the backup account. */
  readonly deployRoleArn: string;
}

/** Vault in which the vendor's backups survive the loss of its account: locked, and under a key without a custodian. */
export class CopyVault extends Construct {
  constructor(scope: Construct, id: string, props: CopyVaultProps) {
    super(scope, id);
    const { vendor, vendorAccount } = props;
    const { account } = Stack.of(this);
    const primaryVault = backupVaultName(vendor, 'primary');
    const backupRoles = {
      account: vendorAccount,
      roleArns: [roleArn(this, matterServiceRoleName(vendor, 'm-*', 'backup'), vendorAccount)],
    };
    const copyBack = roleArn(this, copyBackRoleName(vendor, 'service'));
    new LockedVault(this, 'Vault', {
      vaultName: backupVaultName(vendor, 'copy'),
      keyAlias: keyAlias(vendor, 'recovery'),
      keyDescription: `Backup copies of ${vendor}`,
      deployRoleArn: props.deployRoleArn,
      users: [backupRoles, { account, roleArns: [copyBack] }],
      copiesGoTo: backupVaultArn(this, primaryVault, { account: vendorAccount, region: props.vendorRegion }),
      copiesComeFrom: backupRoles,
    });
  }
}
