import { changesOf } from '../proofs/deployment/changes.ts';
import type { Job } from '../proofs/work/job.ts';

export const job: Job = {
  id: 'deployment-makes-every-resource',
  title: 'CloudFormation makes, changes and removes each resource of the templates with the role it is given',
  controls: ['LPO-GOV-01'],
  tasks: ({ world }) => changesOf(world),
};
