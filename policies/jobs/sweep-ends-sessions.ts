import { readsPublished, runsAsFunction } from '../proofs/work/functions.ts';
import { rulesCallFunctions } from '../proofs/work/invocations.ts';
import type { Job } from '../proofs/work/job.ts';
import { bucketIsMade } from '../proofs/work/made.ts';
import { readObjects } from '../proofs/work/objects.ts';
import { vendorBuckets, vendorRole } from '../proofs/work/roles.ts';
import { sources } from '../proofs/work/sources.ts';

export const job: Job = {
  id: 'sweep-ends-sessions',
  title: 'The nightly sweep finds the sessions of people whose records have expired and ends them',
  controls: ['LPO-PPL-04'],
  facts: ({ world }) => [bucketIsMade(world, 'state'), ...rulesCallFunctions(world)],
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
