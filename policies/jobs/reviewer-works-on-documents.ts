import type { Job } from '../proofs/work/job.ts';
import { worksIn } from '../proofs/work/matter-people.ts';
import { documentsStayReadable } from '../proofs/work/stored-documents.ts';

export const job: Job = {
  id: 'reviewer-works-on-documents',
  title: 'A reviewer reads what came in, uploads and saves work',
  controls: ['LPO-WKS-01', 'LPO-DAT-05'],
  facts: documentsStayReadable,
  tasks: (subject) =>
    worksIn(subject, 'reviewer', 'documents', { read: ['intake/', 'work/'], write: ['work/'] }),
};
