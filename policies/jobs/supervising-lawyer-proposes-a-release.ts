import type { Job } from '../proofs/work/job.ts';
import { worksIn } from '../proofs/work/matter-people.ts';

export const job: Job = {
  id: 'supervising-lawyer-proposes-a-release',
  title: 'A supervising lawyer brings documents in, reads everything of the matter and proposes a release',
  controls: ['LPO-WKS-01', 'LPO-DAT-05'],
  tasks: (subject) => [
    ...worksIn(subject, 'supervising-lawyer', 'documents', {
      read: ['intake/', 'work/', 'release/'],
      write: ['intake/', 'release/'],
    }),
    ...worksIn(subject, 'supervising-lawyer', 'privileged', {
      read: ['privileged/'],
      write: ['privileged/'],
    }),
  ],
};
