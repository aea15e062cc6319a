import { fact, is } from '../proofs/cases/fact.ts';
import { restoreTestsFindBackups } from '../proofs/work/backup-plans.ts';
import type { Job, Task } from '../proofs/work/job.ts';
import { keyArnOf } from '../proofs/work/objects.ts';
import { partitionOf, zoneRole } from '../proofs/work/roles.ts';
import { serviceAssumes } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';
import { tasksOf } from '../proofs/work/tasks-of.ts';
import { vaultsAreMade, vaultsOf } from '../proofs/work/vaults.ts';
import { zonesAreMade } from '../proofs/work/zones.ts';
import { restoreTestBuckets } from '../template/names.ts';

export const job: Job = {
  id: 'restore-tests-prove-recovery',
  title: 'Restore tests bring every zone back into a bucket of their own',
  controls: ['LPO-RES-01'],
  facts: (subject) => [
    ...zonesAreMade(subject),
    ...vaultsAreMade(subject.world),
    ...restoreTestsFindBackups(subject),
  ],
  tasks: ({ world, matters }) =>
    matters.flatMap((matter) =>
      matter.buckets.flatMap((bucket): Task[] => {
        const who = zoneRole(world, matter, bucket, 'restoreTest');
        const test = `arn:${partitionOf(world)}:s3:::${restoreTestBuckets}*`;
        const key = keyArnOf(bucket, world) ?? `no key of ${bucket.label}`;
        const does = tasksOf(who, { from: 'aws', source: sources.restoreTest });
        return [
          serviceAssumes('backup.amazonaws.com', who, sources.backupRoles),
          does(
            'makes a bucket for the test',
            [
              's3:CreateBucket',
              's3:GetBucketLocation',
              's3:GetBucketOwnershipControls',
              's3:GetBucketVersioning',
              's3:ListBucket',
              's3:ListBucketVersions',
              's3:PutBucketOwnershipControls',
              's3:PutBucketVersioning',
            ],
            [test],
          ),
          does(
            'restores into it',
            [
              's3:AbortMultipartUpload',
              's3:GetObject',
              's3:GetObjectAcl',
              's3:GetObjectVersion',
              's3:GetObjectVersionAcl',
              's3:ListMultipartUploadParts',
              's3:PutObject',
            ],
            [`${test}/*`],
          ),
          does(
            'encrypts what is restored',
            ['kms:GenerateDataKey', 'kms:Decrypt', 'kms:DescribeKey'],
            [key],
            {
              within: [is('kms:ViaService', `s3.${bucket.region}.amazonaws.com`)],
              shows: [fact('StringLike', 'kms:EncryptionContext:aws:s3:arn', `${test}/*`)],
              from: 'service',
            },
          ),
          ...vaultsOf(world)
            .filter(({ account }) => account === bucket.account)
            .map((vault) =>
              does('decrypts the recovery point', ['kms:Decrypt'], [vault.key], {
                within: [is('kms:ViaService', `backup.${vault.region}.amazonaws.com`)],
                from: 'service',
              }),
            ),
        ];
      }),
    ),
};
