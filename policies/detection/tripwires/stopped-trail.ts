import { called } from '../cloudtrail-record.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'a stopped trail',
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference.html',
  rings: (room) =>
    [
      'cloudtrail:StopLogging',
      'cloudtrail:DeleteTrail',
      'cloudtrail:UpdateTrail',
      'cloudtrail:PutEventSelectors',
    ].map((call) => called(room, call)),
  silent: (room) => ['cloudtrail:RemoveTags', 'cloudtrail:AddTags'].map((call) => called(room, call)),
};
