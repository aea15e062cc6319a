import type { Job, Task } from '../proofs/work/job.ts';
import { bucketIsMade } from '../proofs/work/made.ts';
import { throughS3 } from '../proofs/work/objects.ts';
import { accountOf, vendorBuckets, vendorRole } from '../proofs/work/roles.ts';
import { roleAssumes, signsIn } from '../proofs/work/sessions.ts';
import { settingsOfTheWorkspace } from '../proofs/work/settings.ts';
import { sources } from '../proofs/work/sources.ts';

/** Purposes of the buckets that hold logs and records. */
const logs = ['trail', 'config', 'evidence', 'access'] as const;

export const job: Job = {
  id: 'auditor-reads-every-log',
  title: "An auditor signs in, sees the workspace's settings and reads every log and record",
  controls: ['LPO-LOG-01', 'LPO-LOG-02'],
  facts: ({ world }) => logs.map((purpose) => bucketIsMade(world, purpose)),
  tasks: ({ world }) => {
    const auditor = vendorRole(world, 'auditor');
    const reader = vendorRole(world, 'logReader');
    const buckets = logs.flatMap((purpose) => vendorBuckets(world, purpose));
    const here = buckets.filter(({ account }) => account === accountOf(auditor));
    const archive = buckets.filter(({ account }) => account === accountOf(reader));
    return [
      ...signsIn(world, auditor),
      ...settingsOfTheWorkspace(world, auditor),
      roleAssumes(auditor, reader),
      ...here.flatMap((bucket): Task[] => [
        {
          does: `reads ${bucket.label}`,
          who: auditor,
          actions: ['s3:GetObject'],
          on: [`${bucket.arn}/*`],
          from: 'internet',
          source: sources.s3,
        },
        {
          does: `lists ${bucket.label}`,
          who: auditor,
          actions: ['s3:ListBucket'],
          on: [bucket.arn],
          from: 'internet',
          source: sources.s3,
        },
      ]),
      ...archive.flatMap((bucket): Task[] => [
        {
          does: `reads ${bucket.label}`,
          who: reader,
          actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectRetention', 's3:GetObjectLegalHold'],
          on: [`${bucket.arn}/*`],
          from: 'internet',
          source: sources.s3,
        },
        {
          does: `lists ${bucket.label}`,
          who: reader,
          actions: ['s3:ListBucket', 's3:ListBucketVersions'],
          on: [bucket.arn],
          from: 'internet',
          source: sources.s3,
        },
        ...throughS3(
          { world, who: reader, bucket, folder: '', from: 'internet' },
          `decrypts ${bucket.label}`,
          'kms:Decrypt',
        ),
      ]),
    ];
  },
};
