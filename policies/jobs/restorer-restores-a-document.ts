import { is } from '../proofs/cases/fact.ts';
import type { Job, Task } from '../proofs/work/job.ts';
import { throughS3 } from '../proofs/work/objects.ts';
import { zoneRole } from '../proofs/work/roles.ts';
import { serviceAssumes, signsIn } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';
import { tasksOf } from '../proofs/work/tasks-of.ts';
import { vaultsAreMade, vaultsOf } from '../proofs/work/vaults.ts';
import { zonesAreMade } from '../proofs/work/zones.ts';
import { readName } from '../template/names.ts';

export const job: Job = {
  id: 'restorer-restores-a-document',
  title:
    'A restorer starts a restore of a zone, which AWS Backup carries out into the bucket the documents came from',
  controls: ['LPO-RES-01'],
  facts: (subject) => [...zonesAreMade(subject), ...vaultsAreMade(subject.world)],
  tasks: ({ world, matters }) =>
    matters.flatMap((matter) =>
      matter.buckets.flatMap((bucket): Task[] => {
        const who = zoneRole(world, matter, bucket, 'restorer');
        const restore = zoneRole(world, matter, bucket, 'restore');
        const zone = readName(bucket.label)?.zone ?? 'documents';
        const own = vaultsOf(world).filter(({ account }) => account === bucket.account);
        const asks = tasksOf(who, { from: 'internet', source: sources.backup });
        const does = tasksOf(restore, { from: 'aws', source: sources.backup });
        return [
          ...signsIn(world, who),
          asks(
            'starts a restore',
            ['backup:StartRestoreJob'],
            own.map(({ recoveryPoints }) => recoveryPoints),
            {
              within: [
                is('aws:ResourceTag/lpo:vendor', world.name),
                is('aws:ResourceTag/lpo:matter', matter.id),
                is('aws:ResourceTag/lpo:zone', zone),
              ],
            },
          ),
          asks('hands over the role of the restore', ['iam:PassRole'], [restore.arn], {
            within: [is('iam:PassedToService', 'backup.amazonaws.com')],
            shows: [is('aws:RequestedRegion', bucket.region)],
          }),
          asks(
            'finds recovery points and watches restores',
            [
              'backup:DescribeRecoveryPoint',
              'backup:DescribeRestoreJob',
              'backup:ListRecoveryPointsByBackupVault',
              'backup:ListRecoveryPointsByResource',
              'backup:ListRestoreJobs',
              'backup:ListTags',
            ],
            ['*'],
          ),
          serviceAssumes('backup.amazonaws.com', restore, sources.backupRoles),
          does(
            'looks at the bucket',
            [
              's3:GetBucketLocation',
              's3:GetBucketOwnershipControls',
              's3:GetBucketVersioning',
              's3:ListBucket',
              's3:ListBucketVersions',
            ],
            [bucket.arn],
          ),
          does(
            'writes documents back',
            [
              's3:PutObject',
              's3:AbortMultipartUpload',
              's3:ListMultipartUploadParts',
              's3:GetObjectAcl',
              's3:GetObjectVersionAcl',
            ],
            [`${bucket.arn}/*`],
          ),
          does(
            'compares with what is there, once it is scanned',
            ['s3:GetObject', 's3:GetObjectVersion'],
            [`${bucket.arn}/*`],
            {
              shows: [is('s3:ExistingObjectTag/GuardDutyMalwareScanStatus', 'NO_THREATS_FOUND')],
            },
          ),
          ...throughS3(
            { world, who: restore, bucket, folder: '', from: 'aws' },
            'encrypts documents',
            'kms:GenerateDataKey',
            'kms:Decrypt',
            'kms:DescribeKey',
          ),
          ...own.map((vault) =>
            does('decrypts the recovery point', ['kms:Decrypt'], [vault.key], {
              within: [is('kms:ViaService', `backup.${vault.region}.amazonaws.com`)],
              from: 'service',
            }),
          ),
        ];
      }),
    ),
};
