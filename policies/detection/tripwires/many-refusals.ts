import { recordContents, recordOf } from '../cloudtrail-record.ts';
import type { Room, Sample, Tripwire } from '../tripwire.ts';

const refused = (room: Room, call: string, errorCode: string, times: number): Sample => ({
  what: `${call} refused with ${errorCode}`,
  sent: { by: 'trail', record: recordOf(room, call, { errorCode, readOnly: true }) },
  decides: ['errorCode', 'eventType', 'eventCategory', 'managementEvent'],
  times,
});

/** Some refusals happen on every day. */
export const tripwire: Tripwire = {
  what: 'many refused calls',
  source: recordContents,
  rings: (room) => [
    refused(room, 's3:ListBuckets', 'AccessDenied', 20),
    refused(room, 'kms:ListKeys', 'AccessDeniedException', 20),
    refused(room, 'ec2:DescribeVpcs', 'Client.UnauthorizedOperation', 20),
  ],
  silent: (room) => [
    refused(room, 's3:ListBuckets', 'AccessDenied', 2),
    refused(room, 's3:GetBucketTagging', 'NoSuchTagSet', 1000),
  ],
};
