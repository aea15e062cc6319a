import { objectCalled } from '../cloudtrail-record.ts';
import type { Room, Sample, Tripwire } from '../tripwire.ts';

/** Below `suspended/` anything: a vendor, a matter or a person. */
const ofState = (room: Room, name: string, key: string): Sample => {
  const sample = objectCalled(room, name, room.stateBucket, key);
  return { ...sample, decides: [...sample.decides, 'requestParameters.key'] };
};

export const tripwire: Tripwire = {
  what: 'a lifted suspension',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html',
  rings: (room) =>
    ['suspended/vendor/run', 'suspended/matter/m-7f3a9c/run', 'suspended/person/p-1a2b3c/run'].map((key) =>
      ofState(room, 'DeleteObject', key),
    ),
  silent: (room) => [
    ofState(room, 'DeleteObject', 'sessions/cvpn-connection-0a1b2c'),
    ofState(room, 'PutObject', 'suspended/person/p-1a2b3c/run'),
  ],
};
