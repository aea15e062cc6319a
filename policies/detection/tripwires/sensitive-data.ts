import { putOnBus } from '../bus-event.ts';
import { called } from '../cloudtrail-record.ts';
import type { Room, Sample, Tripwire } from '../tripwire.ts';

const found = (room: Room, type: string, category: string, score: number): Sample =>
  putOnBus(
    room,
    'aws.macie',
    'Macie Finding',
    {
      schemaVersion: '1.0',
      id: '64b917aa-3843-014c-91d8-937ffexample',
      accountId: room.account,
      region: room.region,
      partition: room.partition,
      type,
      category,
      severity: { score, description: score > 2 ? 'High' : 'Low' },
      archived: false,
      sample: false,
    },
    ['type', 'category', 'severity.score', 'severity.description'],
  );

export const tripwire: Tripwire = {
  what: 'sensitive data',
  source: 'https://docs.aws.amazon.com/macie/latest/user/findings-publish-event-schemas.html',
  rings: (room) => [
    found(room, 'SensitiveData:S3Object/Personal', 'CLASSIFICATION', 3),
    found(room, 'SensitiveData:S3Object/Multiple', 'CLASSIFICATION', 1),
    found(room, 'Policy:IAMUser/S3BucketPublic', 'POLICY', 3),
  ],
  silent: (room) => [called(room, 'macie2:CreateClassificationJob')],
};
