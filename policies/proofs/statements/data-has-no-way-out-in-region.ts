import { widened } from '../access/widened.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, inVendorAccount, showing } from '../authoring/select.ts';
import { fact, is, isAbsent } from '../cases/fact.ts';

export const statement: ProofStatement = {
  id: 'data-has-no-way-out-in-region',
  part: 'residency',
  title:
    'No one in the vendor account makes a multi-Region key or copies a backup to any vault but our own, whatever policies they have; replication, sharing and the like are nobody’s job (guardrails-leave-everyone-their-job)',
  property: 'never',
  controls: ['LPO-JUR-01', 'LPO-RES-01'],
  assert: ({ world, cases }) => {
    const everyone = cases.onAnything(inVendorAccount(world)).map(widened);
    const vaults = world.resources.filter(({ type }) => type.endsWith('BackupVault')).map(({ arn }) => arn);
    const elsewhere =
      vaults.length === 0 ? [] : [fact('ForAnyValue:ArnNotEquals', 'backup:CopyTargets', ...vaults)];
    return [
      {
        subject: 'multi-region keys',
        claim: { region: [doing('kms:CreateKey'), showing(is('kms:MultiRegion', 'true'))], cases: everyone },
      },
      {
        subject: 'backup copies to any vault but our own',
        claim: { region: [doing('backup:CopyFromBackupVault'), showing(...elsewhere)], cases: everyone },
      },
      {
        subject: 'backup copies that do not say where they go',
        claim: {
          region: [doing('backup:CopyFromBackupVault'), showing(isAbsent('backup:CopyTargets'))],
          cases: everyone,
        },
      },
    ];
  },
};
