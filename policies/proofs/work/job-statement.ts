import type { ProofStatement } from '../authoring/proof-statement.ts';
import { demandsOf } from './demands.ts';
import type { Job } from './job.ts';

/** The statement of a job: each of its requests is possible. */
export const statementOf = (job: Job): ProofStatement => ({
  id: job.id,
  part: 'work',
  title: job.title,
  property: 'possible',
  controls: job.controls,
  ...(job.everyStage && { everyStage: true }),
  assert: (subject) => [...demandsOf(job, subject), ...(job.facts?.(subject) ?? [])],
});
