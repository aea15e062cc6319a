import { Arn, ArnFormat, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { backupVaultName, copyBackRoleName, keyAlias, matterServiceRoleName } from '../../model/names.ts';
import { roleArn } from '../arns.ts';
import { LockedVault } from './locked-vault.ts';

export interface VendorBackupProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** CloudFormation's execution role of the vendor's account. */
  readonly deployRoleArn: string;
  /** Role that may retire the vault's key. It must exist. */
  readonly custodianRoleArn: string;
  /** ARN of the vault in the backup account, `arn:<partition>:backup:<region>:<account>:...`. */
  readonly copyVaultArn: string;
}

/** The vault in the vendor's own account that every matter is backed up to first. */
export class VendorBackup extends Construct {
  /** Vault of the vendor, under its own key. */
  readonly vault: LockedVault;

  constructor(scope: Construct, id: string, props: VendorBackupProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const backupAccount = accountOf(props.copyVaultArn);
    const role = (owner: string, name: string) => roleArn(this, name, owner);
    const copyBack = {
      account: backupAccount,
      roleArns: [role(backupAccount, copyBackRoleName(props.vendor, 'service'))],
    };
    const ofMatters = (['backup', 'restore', 'restore-test'] as const).map((service) =>
      role(account, matterServiceRoleName(props.vendor, 'm-*', service)),
    );
    this.vault = new LockedVault(this, 'Vault', {
      vaultName: backupVaultName(props.vendor, 'primary'),
      keyAlias: keyAlias(props.vendor, 'backup'),
      keyDescription: `Backups of ${props.vendor}`,
      deployRoleArn: props.deployRoleArn,
      custodianRoleArn: props.custodianRoleArn,
      users: [{ account, roleArns: ofMatters }, copyBack],
      copiesGoTo: props.copyVaultArn,
      copiesComeFrom: copyBack,
    });
  }
}

function accountOf(vaultArn: string): string {
  const { account } = Arn.split(vaultArn, ArnFormat.COLON_RESOURCE_NAME);
  if (!account) throw new Error(`copyVaultArn: got ${vaultArn}, expected an ARN with its account.`);
  return account;
}
