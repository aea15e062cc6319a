import { type Plant, plants, saidOf, set } from '../../support/planted.ts';

const rows: Plant[] = plants(
  'alerts-arrive',
  ['meridian/Alerts', 'AWS::SNS::Topic'],
  ['a topic in order', set({ FifoTopic: true }), /FifoTopic is true/],
  ['a topic that reads messages', set({ DataProtectionPolicy: {} }), /DataProtectionPolicy may refuse/],
);

test.each(rows.map((row) => [`${row.job}: ${row.planted}`, row] as const))('%s', (_, row) => {
  expect(saidOf(row)).toContainEqual(expect.stringMatching(row.says));
});
