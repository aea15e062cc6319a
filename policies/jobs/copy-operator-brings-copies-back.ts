import { fact, is, isPresent } from '../proofs/cases/fact.ts';
import type { Job } from '../proofs/work/job.ts';
import { accountOf, vendorRole } from '../proofs/work/roles.ts';
import { serviceAssumes, staffAssumes } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';
import { tasksOf } from '../proofs/work/tasks-of.ts';
import { vaultsAreMade, vaultsOf } from '../proofs/work/vaults.ts';

export const job: Job = {
  id: 'copy-operator-brings-copies-back',
  title: 'After a loss a copy operator has AWS Backup bring copies back from the recovery account',
  controls: ['LPO-RES-01'],
  facts: ({ world }) => vaultsAreMade(world),
  tasks: ({ world }) => {
    const who = vendorRole(world, 'copyOperator');
    const back = vendorRole(world, 'copyBack');
    const vaults = vaultsOf(world);
    const copies = vaults.filter(({ account }) => account === accountOf(back));
    const via = vaults.map(({ region }) => `backup.${region}.amazonaws.com`);
    const own = vaults.filter(({ account }) => account === world.account);
    const asks = tasksOf(who, { from: 'internet', source: sources.backup });
    const does = tasksOf(back, { from: 'aws', source: sources.backup });
    return [
      staffAssumes(accountOf(vendorRole(world, 'incidentCommander')), who),
      ...copies.flatMap((copy) => [
        asks('starts a copy', ['backup:StartCopyJob'], [copy.recoveryPoints]),
        asks('hands over the role of the copy', ['iam:PassRole'], [back.arn], {
          within: [is('iam:PassedToService', 'backup.amazonaws.com')],
        }),
        asks(
          'finds copies and watches',
          [
            'backup:DescribeCopyJob',
            'backup:DescribeRecoveryPoint',
            'backup:ListCopyJobs',
            'backup:ListRecoveryPointsByBackupVault',
            'backup:ListTags',
          ],
          ['*'],
        ),
        serviceAssumes('backup.amazonaws.com', back, sources.backupRoles),
        ...own.map((vault) =>
          does(
            'copies out of the recovery vault, into the own one alone',
            ['backup:CopyFromBackupVault'],
            [copy.recoveryPoints],
            {
              within: [
                fact('ForAllValues:StringEquals', 'backup:CopyTargets', vault.arn),
                isPresent('backup:CopyTargets'),
              ],
            },
          ),
        ),
        does('tags what it copies', ['backup:TagResource'], [copy.recoveryPoints]),
      ]),
      ...own.map((vault) => does('copies into the own vault', ['backup:CopyIntoBackupVault'], [vault.arn])),
      ...vaults.map((vault) =>
        does(
          'encrypts recovery points',
          ['kms:GenerateDataKey', 'kms:Decrypt', 'kms:DescribeKey'],
          [vault.key],
          {
            within: [fact('StringEquals', 'kms:ViaService', ...via)],
            shows: [is('kms:ViaService', `backup.${vault.region}.amazonaws.com`)],
            from: 'service',
          },
        ),
      ),
    ];
  },
};
