import { readsPublished, runsAsFunction } from '../proofs/work/functions.ts';
import type { Job } from '../proofs/work/job.ts';
import { bucketIsMade } from '../proofs/work/made.ts';
import { throughS3 } from '../proofs/work/objects.ts';
import { vendorBuckets, vendorRole } from '../proofs/work/roles.ts';
import { sources } from '../proofs/work/sources.ts';

export const job: Job = {
  id: 'connect-handler-decides-who-comes-in',
  title: 'The connect handler knows the roster and the suspensions and remembers whose each session is',
  controls: ['LPO-WKS-01'],
  facts: ({ world }) => [bucketIsMade(world, 'state')],
  tasks: ({ world }) => {
    const who = vendorRole(world, 'connect');
    return [
      ...runsAsFunction(world, who, 'connect'),
      ...readsPublished(world, who, 'the roster', ['ROSTER_BUCKET', 'ROSTER_KEY']),
      ...vendorBuckets(world, 'state').flatMap((bucket) => {
        const work = { world, who, bucket, folder: 'sessions/', from: 'aws' as const };
        const task = { who, from: 'aws' as const, source: sources.s3 };
        return [
          { ...task, does: 'sees who is suspended', actions: ['s3:ListBucket'], on: [bucket.arn] },
          {
            ...task,
            does: 'remembers whose a session is',
            actions: ['s3:PutObject'],
            on: [`${bucket.arn}/sessions/*`],
          },
          ...throughS3(work, 'encrypts whose a session is', 'kms:GenerateDataKey', 'kms:Decrypt'),
        ];
      }),
    ];
  },
};
