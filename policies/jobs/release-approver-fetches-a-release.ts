import type { Job } from '../proofs/work/job.ts';
import { withoutSecondApprover, withSecondApprover, worksIn } from '../proofs/work/matter-people.ts';

export const job: Job = {
  id: 'release-approver-fetches-a-release',
  title: 'A release approver fetches what was released: with a second approver, what that person let through',
  controls: ['LPO-WKS-01'],
  tasks: (subject) => [
    ...worksIn(withSecondApprover(subject), 'release-approver', 'documents', { read: ['released/'] }),
    ...worksIn(withoutSecondApprover(subject), 'release-approver', 'documents', { read: ['release/'] }),
  ],
};
