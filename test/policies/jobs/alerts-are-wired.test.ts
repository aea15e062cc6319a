import type { Template } from '../../support/dead-room.ts';
import { type Plant, plants, saidOf, set } from '../../support/planted.ts';

const without =
  (policy: string, sid: string) =>
  ({ [policy]: document }: Template): void => {
    const left = document.Statement.filter(({ Sid }: Template) => Sid !== sid);
    expect(left).toHaveLength(document.Statement.length - 1);
    document.Statement = left;
  };

const topics: Plant[] = plants(
  'alerts-arrive',
  ['meridian/Alerts', 'AWS::SNS::Topic'],
  ['a topic in order', set({ FifoTopic: true }), /FifoTopic is true/],
  ['a topic that reads messages', set({ DataProtectionPolicy: {} }), /DataProtectionPolicy may refuse/],
);

const locked: Plant[] = [
  ...plants(
    'alerts-arrive',
    ['meridian/Alerts', 'AWS::KMS::Key'],
    [
      'the key locked against alarms',
      without('KeyPolicy', 'Alarms'),
      /encrypts the alarm lpo-meridian-root-use/,
    ],
    [
      'the key locked against rules',
      without('KeyPolicy', 'PublishersThroughSns'),
      /encrypts the event lpo-meridian-threat/,
    ],
  ),
  ...plants(
    'alerts-arrive',
    ['meridian/Alerts', 'AWS::SNS::TopicPolicy'],
    [
      'the topic locked against alarms',
      without('PolicyDocument', 'Alarms'),
      /sends the alarm lpo-meridian-root-use/,
    ],
  ),
];

const rows = [...topics, ...locked];

test.each(rows.map((row) => [`${row.job}: ${row.planted}`, row] as const))('%s', (_, row) => {
  expect(saidOf(row)).toContainEqual(expect.stringMatching(row.says));
});
