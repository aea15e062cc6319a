import { objectCalled } from '../cloudtrail-record.ts';
import type { Room, Sample, Tripwire } from '../tripwire.ts';

const read = (room: Room, bucket: string, times: number): Sample => {
  const sample = objectCalled(room, 'GetObject', bucket, 'work/a.pdf');
  return { ...sample, decides: [...sample.decides, 'errorCode', 'userIdentity.type'], times };
};

/** A person opens a few documents a minute; of each matter as much as of the others. */
export const tripwire: Tripwire = {
  what: 'mass download',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html',
  rings: (room) => room.matterBuckets.map((bucket) => read(room, bucket, 1000)),
  silent: (room) => room.matterBuckets.map((bucket) => read(room, bucket, 50)),
};
