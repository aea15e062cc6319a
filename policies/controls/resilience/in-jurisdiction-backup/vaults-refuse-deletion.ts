import { exceptRoles } from '../../../authoring/deny/condition-shapes.ts';
import { vaultDeny } from '../../../authoring/deny/vault-deny.ts';
import { bootstrapRoleArn } from '../../../authoring/fixtures/role-arn.ts';

const never = [
  'backup:DeleteBackupVault',
  'backup:DeleteBackupVaultAccessPolicy',
  'backup:DeleteBackupVaultLockConfiguration',
  'backup:DeleteRecoveryPoint',
  'backup:DisassociateRecoveryPoint',
  'backup:DisassociateRecoveryPointFromParent',
  'backup:UpdateRecoveryPointLifecycle',
];
const settings = ['backup:PutBackupVaultAccessPolicy', 'backup:PutBackupVaultLockConfiguration'];
const deploy = { ArnNotEquals: { 'aws:PrincipalArn': bootstrapRoleArn() } };
const whole = [{ Action: never }, { Action: settings, Condition: deploy }];

/** A lock alone lets recovery points expire early through their lifecycle, and a vault policy be replaced. */
export const check = vaultDeny({
  control: 'LPO-RES-01',
  name: 'vaults-refuse-deletion',
  expected:
    'the vault’s policy denies deleting it, its recovery points and its lock to everyone, and changing its settings to all but named roles',
  fix: `deny ${never.join(', ')} without a condition, and ${settings.join(', ')} with ArnNotEquals aws:PrincipalArn`,
  denies: [
    { actions: never, trigger: [], exempting: [] },
    { actions: settings, trigger: [], exempting: [exceptRoles('deploy')] },
  ],
  good: { whole },
  bad: {
    'settings stay open': [{ Action: never }],
    'recovery points may go': [
      { Action: never.filter((action) => !action.endsWith('DeleteRecoveryPoint')) },
      ...whole.slice(1),
    ],
    'but for one role': [{ Action: never, Condition: deploy }, ...whole.slice(1)],
  },
});
