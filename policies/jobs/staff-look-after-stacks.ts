import { is } from '../proofs/cases/fact.ts';
import type { Job, Task } from '../proofs/work/job.ts';
import { staffNames } from '../proofs/work/staff-names.ts';

export const job: Job = {
  id: 'staff-look-after-stacks',
  title:
    'Staff of the firm in the vendor’s account look for drift of its stacks and cancel an update that hangs',
  controls: ['LPO-DET-01'],
  tasks: ({ world }) =>
    world.deployers
      .filter(({ account }) => account === world.account)
      .map(
        ({ account, partition, region }): Task => ({
          does: `looks for drift and cancels updates in ${region}`,
          who: { kind: 'account', account },
          actions: [
            'cloudformation:CancelUpdateStack',
            'cloudformation:DescribeStackResourceDrifts',
            'cloudformation:DetectStackDrift',
            'cloudformation:DetectStackResourceDrift',
          ],
          on: world.stacks
            .filter((stack) => stack.account === account && stack.region === region)
            .map(
              ({ stackName }) => `arn:${partition}:cloudformation:${region}:${account}:stack/${stackName}/*`,
            ),
          shows: [is('aws:RequestedRegion', region), staffNames(world)],
          from: 'internet',
          source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html',
        }),
      ),
};
