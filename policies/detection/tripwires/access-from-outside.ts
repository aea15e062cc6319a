import { putOnBus } from '../bus-event.ts';
import { called } from '../cloudtrail-record.ts';
import type { Room, Sample, Tripwire } from '../tripwire.ts';

const found = (room: Room, findingType: string): Sample =>
  putOnBus(
    room,
    'aws.access-analyzer',
    'Access Analyzer Finding',
    {
      version: '1.0',
      id: '22222222-dcba-4444-dcba-333333333333',
      status: 'ACTIVE',
      resourceType: 'AWS::S3::Bucket',
      findingType,
      accountId: room.account,
      region: room.region,
      createdAt: '2026-11-02T09:30:00Z',
      updatedAt: '2026-11-02T09:30:00Z',
    },
    ['status', 'findingType'],
  );

export const tripwire: Tripwire = {
  what: 'access from outside',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-eventbridge.html',
  rings: (room) => ['ExternalAccess'].map((type) => found(room, type)),
  silent: (room) => [called(room, 'access-analyzer:TagResource')],
};
