import type { Job } from '../proofs/work/job.ts';
import { type MatterFunction, matterFunctions, personOf } from '../proofs/work/matter-people.ts';
import { signsIn } from '../proofs/work/sessions.ts';

export const job: Job = {
  id: 'people-sign-in',
  title: 'People of a matter sign in with a second factor and get the role of their function',
  controls: ['LPO-IDN-01'],
  tasks: ({ world, matters }) =>
    matters.flatMap((matter) =>
      (Object.keys(matterFunctions) as MatterFunction[])
        .map((fn) => personOf(world, matter, fn))
        .filter((role) => matter.people.some(({ arn }) => arn === role.arn))
        .flatMap((role) => signsIn(world, role)),
    ),
};
