import { putOnBus } from './bus-event.ts';
import type { Room, Sample } from './tripwire.ts';

/** Page of the events of AWS Backup: restores say `status`, backups and copies `state`. */
export const backupEvents = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html';

/** A change of a job of AWS Backup. */
export const jobChanged = (room: Room, job: 'Backup' | 'Copy' | 'Restore', value: string): Sample => {
  const field = job === 'Restore' ? 'status' : 'state';
  return putOnBus(
    room,
    'aws.backup',
    `${job} Job State Change`,
    { [`${job.toLowerCase()}JobId`]: 'AE233F23-C9F0-6DE3-A1F8', resourceType: 'S3', [field]: value },
    [field],
  );
};
