import { fact, is } from '../proofs/cases/fact.ts';
import { classesAgree } from '../proofs/work/classes.ts';
import type { Job, Task } from '../proofs/work/job.ts';
import { bucketsIn, personOf, scanned, withSecondApprover, worksIn } from '../proofs/work/matter-people.ts';
import { namesOf } from '../proofs/work/objects.ts';
import { sources } from '../proofs/work/sources.ts';

const scanTag = 'GuardDutyMalwareScanStatus';
const releaseTag = 'lpo:release';

export const job: Job = {
  id: 'second-approver-releases-a-file',
  title: 'A second approver reads what is proposed and approves that version, whatever its size',
  controls: ['LPO-WKS-01', 'LPO-DAT-06'],
  facts: ({ matters }) => classesAgree(matters),
  tasks: (all) => {
    const subject = withSecondApprover(all);
    const { world, matters } = subject;
    return [
      ...worksIn(subject, 'second-approver', 'documents', { read: ['release/'] }),
      ...matters.flatMap((matter) =>
        bucketsIn(matter, 'documents').flatMap((bucket) => {
          const who = personOf(world, matter, 'second-approver');
          const on = namesOf({ world, who, bucket, folder: 'release/', from: 'endpoint' });
          // S3 replaces the whole set of tags, so that each decision repeats the scan's.
          return ['approved', 'withdrawn'].map(
            (decision): Task => ({
              does: decision === 'approved' ? 'approves a version' : 'withdraws an approval',
              who,
              actions: ['s3:PutObjectVersionTagging'],
              on,
              within: [
                ...scanned,
                is(`s3:RequestObjectTag/${scanTag}`, 'NO_THREATS_FOUND'),
                is(`s3:RequestObjectTag/${releaseTag}`, decision),
                fact('ForAllValues:StringEquals', 's3:RequestObjectTagKeys', scanTag, releaseTag),
              ],
              from: 'endpoint',
              source: sources.s3Tagging,
            }),
          );
        }),
      ),
    ];
  },
};
