import { type FunctionNeeds, named, oneOf, publishedFile } from '../proofs/work/function-needs.ts';
import { functionIsWired } from '../proofs/work/function-wiring.ts';
import { readsPublished, runsAsFunction } from '../proofs/work/functions.ts';
import type { Job } from '../proofs/work/job.ts';
import { bucketIsMade } from '../proofs/work/made.ts';
import { throughS3 } from '../proofs/work/objects.ts';
import { vendorBuckets, vendorRole } from '../proofs/work/roles.ts';
import { isRosterOf } from '../proofs/work/roster.ts';
import { sources } from '../proofs/work/sources.ts';
import type { World } from '../proofs/world/world.ts';

/**
 * The names its function asks for, and the fields of its answer. Client VPN waits 30 seconds for it.
 * Source: Client VPN Administrator Guide, "Connection authorization".
 */
const needs = (world: World): FunctionNeeds => ({
  role: vendorRole(world, 'connect'),
  seconds: [10, 30],
  because: 'it reads the roster and the suspensions and writes a session down; Client VPN waits 30 s',
  megabytes: 256,
  settings: [
    named('VENDOR', 'the vendor', world.name),
    ...publishedFile(world, 'ROSTER', 'the roster of the vendor', isRosterOf(world)),
    oneOf('STATE_BUCKET', 'the bucket', vendorBuckets(world, 'state')),
  ],
  words: ['posture-compliance-statuses', 'error-msg-on-denied-connection', 'PutObject'],
});

export const job: Job = {
  id: 'connect-handler-decides-who-comes-in',
  title: 'The connect handler knows the roster and the suspensions and remembers whose each session is',
  controls: ['LPO-WKS-01'],
  facts: ({ world }) => [bucketIsMade(world, 'state'), ...functionIsWired(world, needs(world))],
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
