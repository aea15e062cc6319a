import { type FunctionNeeds, named, oneOf, publishedFile } from '../proofs/work/function-needs.ts';
import { functionIsWired } from '../proofs/work/function-wiring.ts';
import { readsPublished, runsAsFunction } from '../proofs/work/functions.ts';
import { rulesCallFunctions, runsEveryDay } from '../proofs/work/invocations.ts';
import type { Job } from '../proofs/work/job.ts';
import { bucketIsMade } from '../proofs/work/made.ts';
import { readObjects } from '../proofs/work/objects.ts';
import { vendorBuckets, vendorRole } from '../proofs/work/roles.ts';
import { isRosterOf } from '../proofs/work/roster.ts';
import { sources } from '../proofs/work/sources.ts';
import type { World } from '../proofs/world/world.ts';

/** The names its function asks for: who may be there, and whose each session is. */
const needs = (world: World): FunctionNeeds => ({
  role: vendorRole(world, 'sweep'),
  seconds: [300, 900],
  because: 'thousands of sessions, each with an object to read',
  megabytes: 256,
  settings: [
    named('VENDOR', 'the vendor', world.name),
    ...publishedFile(world, 'ROSTER', 'the roster of the vendor', isRosterOf(world)),
    oneOf('STATE_BUCKET', 'the bucket', vendorBuckets(world, 'state')),
  ],
  words: ['TerminateClientVpnConnections'],
});

export const job: Job = {
  id: 'sweep-ends-sessions',
  title: 'The nightly sweep finds the sessions of people whose records have expired and ends them',
  controls: ['LPO-PPL-04'],
  facts: ({ world }) => [
    bucketIsMade(world, 'state'),
    ...rulesCallFunctions(world),
    runsEveryDay(world, vendorRole(world, 'sweep')),
    ...functionIsWired(world, needs(world)),
  ],
  tasks: ({ world }) => {
    const who = vendorRole(world, 'sweep');
    return [
      ...runsAsFunction(world, who, 'sweep'),
      ...readsPublished(world, who, 'the roster', ['ROSTER_BUCKET', 'ROSTER_KEY']),
      ...vendorBuckets(world, 'state').flatMap((bucket) => [
        {
          does: 'sees who is suspended',
          who,
          actions: ['s3:ListBucket'],
          on: [bucket.arn],
          from: 'aws' as const,
          source: sources.s3,
        },
        ...readObjects({ world, who, bucket, folder: 'sessions/', from: 'aws' }, 'whose a session is', [
          's3:GetObject',
        ]),
      ]),
      {
        does: 'ends a session',
        who,
        actions: [
          'ec2:DescribeClientVpnConnections',
          'ec2:DescribeClientVpnEndpoints',
          'ec2:TerminateClientVpnConnections',
        ],
        on: ['*'],
        from: 'aws',
        source: sources.clientVpn,
      },
    ];
  },
};
