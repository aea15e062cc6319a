import type { Job } from '../proofs/work/job.ts';
import { worksIn } from '../proofs/work/matter-people.ts';

export const job: Job = {
  id: 'qc-lead-checks-work',
  title:
    'A quality lead reads what came in and what was made of it, privileged documents too, and corrects work',
  controls: ['LPO-WKS-01', 'LPO-DAT-05'],
  tasks: (subject) => [
    ...worksIn(subject, 'qc-lead', 'documents', { read: ['intake/', 'work/'], write: ['work/'] }),
    ...worksIn(subject, 'qc-lead', 'privileged', { read: ['privileged/'], write: ['privileged/'] }),
  ],
};
