import type { Subject } from '../authoring/proof-statement.ts';
import type { Job, Task } from './job.ts';

const known = new WeakMap<Subject, Map<Job, readonly Task[]>>();

/** Tasks of a job about one vendor, worked out once: the job demands them, and `roles-do-their-jobs-only` allows them. */
export function askedTasks(job: Job, subject: Subject): readonly Task[] {
  const jobs = known.get(subject) ?? new Map<Job, readonly Task[]>();
  known.set(subject, jobs);
  const tasks = jobs.get(job) ?? job.tasks(subject);
  jobs.set(job, tasks);
  return tasks;
}
