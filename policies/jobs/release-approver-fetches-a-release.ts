import type { Job } from '../proofs/work/job.ts';
import {
  approved,
  withoutSecondApprover,
  withSecondApprover,
  worksIn,
} from '../proofs/work/matter-people.ts';

export const job: Job = {
  id: 'release-approver-fetches-a-release',
  title:
    'A release approver fetches what was released: with a second approver, the versions that person approved',
  controls: ['LPO-WKS-01'],
  tasks: (subject) => [
    ...worksIn(withSecondApprover(subject), 'release-approver', 'documents', {
      read: ['release/'],
      within: approved,
    }),
    ...worksIn(withoutSecondApprover(subject), 'release-approver', 'documents', { read: ['release/'] }),
  ],
};
