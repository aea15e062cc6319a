import type { ProofStatement } from '../authoring/proof-statement.ts';
import { both, doing, inVendorAccount, isDeployment, not } from '../authoring/select.ts';

const deletes = [
  'backup:DeleteBackupVault',
  'backup:DeleteBackupVaultLockConfiguration',
  'backup:DeleteRecoveryPoint',
  'backup:DisassociateRecoveryPoint',
  'backup:UpdateRecoveryPointLifecycle',
];

const opens = ['backup:DeleteBackupVaultAccessPolicy', 'backup:PutBackupVaultAccessPolicy'];

export const statement: ProofStatement = {
  id: 'backups-cannot-be-deleted',
  part: 'integrity',
  title:
    'Nobody in the vendor account can delete a backup or let it expire early, and only the deployment can open a vault',
  property: 'never',
  controls: ['LPO-RES-01'],
  assert: ({ world, cases }) => [
    {
      subject: 'delete',
      claim: { region: [doing(...deletes)], cases: cases.onAnything(inVendorAccount(world)) },
    },
    {
      subject: 'open',
      claim: {
        region: [doing(...opens)],
        cases: cases.onAnything(both(inVendorAccount(world), not(isDeployment))),
      },
    },
  ],
};
