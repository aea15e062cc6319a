import { fact } from '../proofs/cases/fact.ts';
import type { Job, Task } from '../proofs/work/job.ts';
import { bucketsIn, personOf, scanned, withSecondApprover, worksIn } from '../proofs/work/matter-people.ts';
import { namesOf, throughS3 } from '../proofs/work/objects.ts';
import { sources } from '../proofs/work/sources.ts';

export const job: Job = {
  id: 'second-approver-releases-a-file',
  title: 'A second approver reads what is proposed and releases it, whatever its size',
  controls: ['LPO-WKS-01'],
  tasks: (all) => {
    const subject = withSecondApprover(all);
    const { world, matters } = subject;
    return [
      ...worksIn(subject, 'second-approver', 'documents', {
        read: ['release/'],
        list: ['release/', 'released/'],
      }),
      ...matters.flatMap((matter) =>
        bucketsIn(matter, 'documents').flatMap((bucket): Task[] => {
          const who = personOf(world, matter, 'second-approver');
          const work = { world, who, bucket, folder: 'released/', from: 'endpoint' as const, shows: scanned };
          return [
            {
              does: 'copies a proposed file into released/',
              who,
              actions: ['s3:PutObject'],
              on: namesOf(work),
              shows: [fact('StringLike', 's3:x-amz-copy-source', `${bucket.label}/release/*`)],
              from: 'endpoint',
              source: sources.s3,
            },
            {
              does: 'copies in parts, and gives up a copy',
              who,
              actions: ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
              on: namesOf(work),
              from: 'endpoint',
              source: sources.s3Multipart,
            },
            ...throughS3(work, 'encrypts what is released', 'kms:GenerateDataKey', 'kms:Decrypt'),
          ];
        }),
      ),
    ];
  },
};
