import { fact, is, isPresent } from '../proofs/cases/fact.ts';
import { documentsAreBackedUp } from '../proofs/work/backup-plans.ts';
import type { Job, RoleWorker, Task } from '../proofs/work/job.ts';
import { throughS3 } from '../proofs/work/objects.ts';
import { partitionOf, zoneRole } from '../proofs/work/roles.ts';
import { serviceAssumes } from '../proofs/work/sessions.ts';
import { noResource, sources } from '../proofs/work/sources.ts';
import { tasksOf } from '../proofs/work/tasks-of.ts';
import { vaultsAreMade, vaultsOf } from '../proofs/work/vaults.ts';
import { zonesAreMade } from '../proofs/work/zones.ts';

export const job: Job = {
  id: 'backup-copies-documents',
  title:
    'AWS Backup reads every document bucket, keeps recovery points and copies them to the recovery account',
  controls: ['LPO-RES-01'],
  facts: (subject) => [
    ...zonesAreMade(subject),
    ...vaultsAreMade(subject.world),
    ...documentsAreBackedUp(subject),
  ],
  tasks: ({ world, matters }) =>
    matters.flatMap((matter) =>
      matter.buckets.flatMap((bucket): Task[] => {
        const who: RoleWorker = zoneRole(world, matter, bucket, 'backup');
        const [own, copies] = [
          vaultsOf(world).filter(({ account }) => account === bucket.account),
          vaultsOf(world).filter(({ account }) => account !== bucket.account),
        ];
        const rule = `arn:${partitionOf(world)}:events:${bucket.region}:${bucket.account}:rule/AwsBackupManagedRule*`;
        const does = tasksOf(who, { from: 'aws', source: sources.backupRoles });
        return [
          serviceAssumes('backup.amazonaws.com', who, sources.backupRoles),
          does(
            'reads the settings of the bucket and asks for its events',
            [
              's3:GetBucketAcl',
              's3:GetBucketLocation',
              's3:GetBucketNotification',
              's3:GetBucketTagging',
              's3:GetBucketVersioning',
              's3:GetInventoryConfiguration',
              's3:ListBucket',
              's3:ListBucketVersions',
              's3:ListTagsForResource',
              's3:PutBucketNotification',
              's3:PutInventoryConfiguration',
            ],
            [bucket.arn],
          ),
          does(
            'reads documents, clean or not yet scanned',
            [
              's3:GetObject',
              's3:GetObjectAcl',
              's3:GetObjectTagging',
              's3:GetObjectVersion',
              's3:GetObjectVersionAcl',
              's3:GetObjectVersionTagging',
            ],
            [`${bucket.arn}/*`],
          ),
          ...throughS3({ world, who, bucket, folder: '', from: 'aws' }, 'decrypts documents', 'kms:Decrypt'),
          ...[...own, ...copies].map((vault) =>
            does('encrypts recovery points', ['kms:GenerateDataKey', 'kms:Decrypt'], [vault.key], {
              within: [is('kms:ViaService', `backup.${vault.region}.amazonaws.com`)],
              from: 'service',
            }),
          ),
          ...own.map((vault) => does('looks at its vault', ['backup:DescribeBackupVault'], [vault.arn])),
          ...copies.flatMap((vault) => [
            does(
              'copies into the vault of the recovery account',
              ['backup:CopyIntoBackupVault'],
              [vault.arn],
            ),
            does(
              'copies out of its own vault, into that one alone',
              ['backup:CopyFromBackupVault'],
              own.map(({ recoveryPoints }) => recoveryPoints),
              {
                shows: [
                  fact('ForAllValues:StringEquals', 'backup:CopyTargets', vault.arn),
                  isPresent('backup:CopyTargets'),
                ],
              },
            ),
          ]),
          does(
            'tags recovery points',
            ['backup:TagResource'],
            own.map(({ recoveryPoints }) => recoveryPoints),
          ),
          does(
            'keeps its rule',
            [
              'events:DeleteRule',
              'events:DescribeRule',
              'events:DisableRule',
              'events:EnableRule',
              'events:ListTargetsByRule',
              'events:PutRule',
              'events:PutTargets',
              'events:RemoveTargets',
            ],
            [rule],
          ),
          does(
            'looks around in the account',
            ['cloudwatch:GetMetricData', 'events:ListRules', 's3:ListAllMyBuckets'],
            [noResource],
          ),
        ];
      }),
    ),
};
