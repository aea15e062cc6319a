import { called } from '../cloudtrail-record.ts';
import type { Room, Sample, Tripwire } from '../tripwire.ts';

const assumed = (room: Room, role: string): Sample =>
  called(
    room,
    'sts:AssumeRole',
    {
      readOnly: true,
      requestParameters: {
        roleArn: `arn:${room.partition}:iam::${room.account}:role/${role}`,
        roleSessionName: 'p-1a2b3c',
      },
    },
    ['requestParameters.roleArn'],
  );

export const tripwire: Tripwire = {
  what: 'use of the break-glass role',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html',
  rings: (room) => [assumed(room, room.breakGlassRole)],
  silent: (room) => [assumed(room, 'lpo-auditor'), assumed(room, `${room.breakGlassRole}-not`)],
};
