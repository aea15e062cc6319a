import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { AnyPrincipal, ArnPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import { accountRootArn } from '../arns.ts';
import { SealedKey } from '../keys/sealed-key.ts';

/** Role ARNs of one account; a `*` stands for the vendor's matters, which the vault outlives. */
export interface VaultUsers {
  /** Account the resources are in, twelve digits. */
  readonly account: string;
  /** ARNs of the roles; `*` may stand for a matter. */
  readonly roleArns: readonly string[];
}

export interface LockedVaultProps {
  /** Name of the vault, 2 to 50 characters. */
  readonly vaultName: string;
  /** Full alias of the vault's key, `alias/` included. */
  readonly keyAlias: string;
  /** Sentence that the console shows for the vault's key. */
  readonly keyDescription: string;
  /** CloudFormation's execution role of the vault's account. */
  readonly deployRoleArn: string;
  /**
   * Role that may disable the vault's key and schedule its deletion. It must exist.
   *
   * @default - nobody can
   */
  readonly custodianRoleArn?: string;
  /** Roles that AWS Backup works with on what lies here, by account. */
  readonly users: readonly VaultUsers[];
  /** ARN of the only vault that backups may be copied to from here. */
  readonly copiesGoTo: string;
  /** The only roles that may copy into this vault. */
  readonly copiesComeFrom: VaultUsers;
}

/** Fewest days a backup stays; no matter asks for fewer. Backups keep their own, longer retention. */
export const minimumBackupDays = 30;

/** Days in which a mistaken lock can still be lifted; AWS Backup asks for three at least. */
const graceDays = 3;

/**
 * A vault whose backups nobody deletes before their time, root included, from `graceDays` after it is made.
 *
 * AWS Backup knows no wildcards in a vault's access policy, so each action is spelled out.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
 */
export class LockedVault extends Construct {
  /** ARN of the vault, by its name. */
  readonly vaultArn: string;
  /** Name of the vault, at most 50 characters. */
  readonly vaultName: string;

  constructor(scope: Construct, id: string, props: LockedVaultProps) {
    super(scope, id);
    const key = new SealedKey(this, 'Key', {
      alias: props.keyAlias,
      description: props.keyDescription,
      deployRoleArn: props.deployRoleArn,
      ...(props.custodianRoleArn ? { custodianRoleArn: props.custodianRoleArn } : {}),
      usage: throughBackup(Stack.of(this), props),
    });
    const vault = new CfnBackupVault(this, 'Resource', {
      backupVaultName: props.vaultName,
      encryptionKeyArn: key.keyArn,
      lockConfiguration: { minRetentionDays: minimumBackupDays, changeableForDays: graceDays },
      accessPolicy: new PolicyDocument({ statements: accessPolicy(Stack.of(this), props) }),
    });
    vault.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.vaultArn = vault.attrBackupVaultArn;
    this.vaultName = vault.ref;
  }
}

const accountRoot = (stack: Stack, account: string) => new ArnPrincipal(accountRootArn(stack, account));

function accessPolicy(stack: Stack, props: LockedVaultProps): PolicyStatement[] {
  const deny = (sid: string, actions: string[], conditions: Record<string, unknown> = {}) =>
    new PolicyStatement({
      sid,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: actions.map((action) => `backup:${action}`),
      resources: ['*'],
      conditions,
    });
  const copyIn = new PolicyStatement({
    sid: 'NamedRolesCopyIn',
    principals: [accountRoot(stack, props.copiesComeFrom.account)],
    actions: ['backup:CopyIntoBackupVault'],
    resources: ['*'],
    conditions: { ArnLike: { 'aws:PrincipalArn': props.copiesComeFrom.roleArns } },
  });
  return [
    copyIn,
    deny('NobodyDeletes', [
      'DeleteBackupVault',
      'DeleteBackupVaultAccessPolicy',
      'DeleteBackupVaultLockConfiguration',
      'DeleteRecoveryPoint',
      'DisassociateRecoveryPoint',
      'DisassociateRecoveryPointFromParent',
      'UpdateRecoveryPointLifecycle',
    ]),
    deny('SettingsBelongToTheDeployment', ['PutBackupVaultAccessPolicy', 'PutBackupVaultLockConfiguration'], {
      ArnNotEquals: { 'aws:PrincipalArn': props.deployRoleArn },
    }),
    deny('CopiesGoToOneVault', ['CopyFromBackupVault'], {
      'ForAnyValue:ArnNotEquals': { 'backup:CopyTargets': props.copiesGoTo },
    }),
    // ForAnyValue is false for an absent key; a copy that does not say where is denied here.
    deny('CopiesNameTheirTarget', ['CopyFromBackupVault'], { Null: { 'backup:CopyTargets': 'true' } }),
  ];
}

/**
 * AWS Backup itself works with a grant that it creates while the deployment makes the vault, hence the
 * deploy role's statements: through AWS Backup only, and for that grant only.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html (CreateBackupVault)
 */
function throughBackup(stack: Stack, props: LockedVaultProps): PolicyStatement[] {
  const suffix = RegionInfo.get(stack.region).domainSuffix ?? 'amazonaws.com';
  const viaBackup = { 'kms:ViaService': `backup.${stack.region}.${suffix}` };
  return [
    new PolicyStatement({
      sid: 'VaultIsMadeThroughBackup',
      principals: [new ArnPrincipal(props.deployRoleArn)],
      actions: ['kms:CreateGrant'],
      resources: ['*'],
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' }, StringEquals: viaBackup },
    }),
    new PolicyStatement({
      sid: 'VaultIsTriedThroughBackup',
      principals: [new ArnPrincipal(props.deployRoleArn)],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:RetireGrant'],
      resources: ['*'],
      conditions: { StringEquals: viaBackup },
    }),
    ...props.users.map(
      ({ account, roleArns }, index) =>
        new PolicyStatement({
          sid: `BackupRolesWorkThroughBackup${index === 0 ? '' : index + 1}`,
          principals: [accountRoot(stack, account)],
          actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
          resources: ['*'],
          conditions: { ArnLike: { 'aws:PrincipalArn': roleArns }, StringEquals: viaBackup },
        }),
    ),
  ];
}
