import { acceptances } from '../proofs/acceptance/acceptances.ts';
import type { Job } from '../proofs/work/job.ts';

export const job: Job = {
  id: 'aws-accepts-every-resource',
  title: 'AWS takes every stack, resource and policy as it is written: nothing in it is refused at creation',
  controls: ['LPO-GOV-01'],
  everyStage: true,
  tasks: () => [],
  facts: ({ world }) => acceptances(world),
};
