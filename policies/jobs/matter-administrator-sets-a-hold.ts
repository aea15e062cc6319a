import { fact, is, isPresent } from '../proofs/cases/fact.ts';
import type { Job, Task } from '../proofs/work/job.ts';
import { bucketsIn, personOf } from '../proofs/work/matter-people.ts';
import { listFolder, retentionDaysOf } from '../proofs/work/objects.ts';
import { sources } from '../proofs/work/sources.ts';

const folders = {
  documents: ['intake/', 'work/', 'release/'],
  privileged: ['privileged/'],
} as const;

export const job: Job = {
  id: 'matter-administrator-sets-a-hold',
  title: 'A matter administrator sees names, not content, and sets holds and retention',
  controls: ['LPO-DAT-02'],
  tasks: ({ world, matters }) =>
    matters.flatMap((matter) =>
      (['documents', 'privileged'] as const).flatMap((zone) =>
        bucketsIn(matter, zone).flatMap((bucket): Task[] => {
          const who = personOf(world, matter, 'matter-administrator');
          const points = world.resources.filter(({ parent }) => parent === bucket.arn);
          const on = folders[zone].flatMap((folder) => [
            `${bucket.arn}/${folder}*`,
            ...points.map(({ arn }) => `${arn}/object/${folder}*`),
          ]);
          return [
            listFolder({ world, who, bucket, folder: '', from: 'endpoint' }),
            {
              does: 'reads holds and retention',
              who,
              actions: ['s3:GetObjectLegalHold', 's3:GetObjectRetention'],
              on,
              from: 'endpoint',
              source: sources.s3,
            },
            {
              does: 'sets and lifts a hold',
              who,
              actions: ['s3:PutObjectLegalHold'],
              on,
              from: 'endpoint',
              source: sources.s3,
            },
            {
              does: 'lengthens retention',
              who,
              actions: ['s3:PutObjectRetention'],
              on,
              shows: [
                is('s3:object-lock-mode', 'GOVERNANCE'),
                // To twice the retention of the matter at most.
                fact(
                  'NumericLessThanEquals',
                  's3:object-lock-remaining-retention-days',
                  `${2 * retentionDaysOf(bucket)}`,
                ),
                isPresent('s3:object-lock-retain-until-date'),
              ],
              from: 'endpoint',
              source: sources.s3,
            },
          ];
        }),
      ),
    ),
};
