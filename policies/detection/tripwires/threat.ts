import { putOnBus } from '../bus-event.ts';
import type { Room, Sample, Tripwire } from '../tripwire.ts';

const found = (room: Room, severity: number): Sample =>
  putOnBus(
    room,
    'aws.guardduty',
    'GuardDuty Finding',
    {
      schemaVersion: '2.0',
      accountId: room.account,
      region: room.region,
      partition: room.partition,
      id: '16afba5c5c43e07c9e3e5e2e544e95df',
      type: 'Exfiltration:S3/AnomalousBehavior',
      resource: { resourceType: 'AccessKey' },
      service: { serviceName: 'guardduty', count: 1, archived: false },
      severity,
      title: 'An IAM entity invoked an S3 API in a suspicious way.',
    },
    ['severity'],
  );

/** Medium severity begins at 4; what is below is noise of scanners. */
export const tripwire: Tripwire = {
  what: 'a threat',
  source: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html',
  rings: (room) => [4, 5.5, 8, 9.5].map((severity) => found(room, severity)),
  silent: (room) => [found(room, 2)],
};
