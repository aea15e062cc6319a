import { listenersAreAskedFor } from '../proofs/tripwires/listeners-are-asked-for.ts';
import { tripwiresRing } from '../proofs/tripwires/tripwires-ring.ts';
import type { Job } from '../proofs/work/job.ts';

export const job: Job = {
  id: 'tripwires-ring',
  title: 'Each event that a person must hear of sets off a rule or an alarm, and its neighbours set off none',
  controls: ['LPO-DET-02', 'LPO-INC-01', 'LPO-RES-01'],
  tasks: () => [],
  facts: ({ world }) => [...tripwiresRing(world), ...listenersAreAskedFor(world)],
};
