import { changesOf } from '../proofs/deployment/changes.ts';
import { creationOrder } from '../proofs/deployment/creation-order.ts';
import { readingsOf } from '../proofs/deployment/intrinsics.ts';
import { rolesOfStacks } from '../proofs/deployment/roles-of-stacks.ts';
import type { Job } from '../proofs/work/job.ts';

export const job: Job = {
  id: 'deployment-makes-every-resource',
  title:
    'CloudFormation makes, changes and removes each resource of the templates with the role it is given, and what is named is there before',
  controls: ['LPO-GOV-01'],
  everyStage: true,
  tasks: ({ world }) => [...changesOf(world), ...readingsOf(world)],
  facts: ({ world }) => [...rolesOfStacks(world), ...creationOrder(world)],
};
