import type { RoleWorker, Task } from './job.ts';

type More = Partial<Omit<Task, 'does' | 'who' | 'actions' | 'on'>>;

/** Tasks of one role, which come the same way and rest on the same page unless one says otherwise. */
export const tasksOf =
  (who: RoleWorker, usual: Pick<Task, 'from' | 'source'>) =>
  (does: string, actions: readonly string[], on: readonly string[], more: More = {}): Task => ({
    ...usual,
    does,
    who,
    actions,
    on,
    ...more,
  });
