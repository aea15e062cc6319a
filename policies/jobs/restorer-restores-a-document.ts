import { is } from '../proofs/cases/fact.ts';
import type { Job, Task } from '../proofs/work/job.ts';
import { throughS3 } from '../proofs/work/objects.ts';
import { zoneRole } from '../proofs/work/roles.ts';
import { serviceAssumes, signsIn } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';
import { vaultsOf } from '../proofs/work/vaults.ts';
import { readName } from '../template/names.ts';

export const job: Job = {
  id: 'restorer-restores-a-document',
  title:
    'A restorer starts a restore of a zone, which AWS Backup carries out into the bucket the documents came from',
  controls: ['LPO-RES-01'],
  tasks: ({ world, matters }) =>
    matters.flatMap((matter) =>
      matter.buckets.flatMap((bucket): Task[] => {
        const who = zoneRole(world, matter, bucket, 'restorer');
        const restore = zoneRole(world, matter, bucket, 'restore');
        const zone = readName(bucket.label)?.zone ?? 'documents';
        const own = vaultsOf(world).filter(({ account }) => account === bucket.account);
        const does = (
          what: string,
          role: typeof who,
          actions: readonly string[],
          on: readonly string[],
          more: Partial<Task> = {},
        ): Task => ({
          does: what,
          who: role,
          actions,
          on,
          from: role === who ? 'internet' : 'aws',
          source: sources.backup,
          ...more,
        });
        return [
          ...signsIn(world, who),
          does(
            'starts a restore',
            who,
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
          does('hands over the role of the restore', who, ['iam:PassRole'], [restore.arn], {
            within: [is('iam:PassedToService', 'backup.amazonaws.com')],
            shows: [is('aws:RequestedRegion', bucket.region)],
          }),
          does(
            'finds recovery points and watches restores',
            who,
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
            restore,
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
            restore,
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
            restore,
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
            does('decrypts the recovery point', restore, ['kms:Decrypt'], [vault.key], {
              within: [is('kms:ViaService', `backup.${vault.region}.amazonaws.com`)],
              from: 'service',
            }),
          ),
        ];
      }),
    ),
};
