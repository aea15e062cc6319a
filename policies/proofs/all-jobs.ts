import { by } from '../../lib/model/order.ts';
import * as files from '../jobs/index.ts';
import type { Job } from './work/job.ts';

/** Exports of a file of `policies/jobs`. */
export interface JobFile {
  readonly job: Job;
}

/**
 * Jobs by id.
 *
 * @param files by path below `policies/jobs`.
 * @throws when a file exports something else, or a job is not named after its file; with every such file.
 */
function joinJobs(files: Readonly<Record<string, JobFile>>): readonly Job[] {
  const problems = Object.entries(files).flatMap(([path, exported]) => {
    const names = Object.keys(exported).join(', ');
    if (names !== 'job') return [`${path}: exports ${names || 'nothing'}; it exports \`job\` alone`];
    const { id } = exported.job;
    return path === `${id}.ts` ? [] : [`${path}: the job has the id ${id}, not the name of its file`];
  });
  if (problems.length > 0) throw new Error(`The jobs cannot be joined:\n  ${problems.join('\n  ')}`);
  return Object.values(files)
    .map(({ job }) => job)
    .sort(by(({ id }) => id));
}

/** Every job. */
export const allJobs: readonly Job[] = joinJobs(files);
