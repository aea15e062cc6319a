import { commandLineOf } from '../proofs/deployment/command-line.ts';
import type { Job } from '../proofs/work/job.ts';

export const job: Job = {
  id: 'cdk-deploys-the-stacks',
  title:
    'The CDK command line publishes assets, makes change sets and hands over the role that CloudFormation works with',
  controls: ['LPO-GOV-01'],
  everyStage: true,
  tasks: ({ world }) => commandLineOf(world),
};
