import { readArn } from '../../../lib/model/arn.ts';

test.each([
  ['arn:aws:iam::200000000001:role/path/name', ['aws', 'iam', '', '200000000001', 'role/path/name']],
  [
    'arn:aws-us-gov:logs:us-gov-west-1:200000000001:log-group:/lpo/x:*',
    ['aws-us-gov', 'logs', 'us-gov-west-1', '200000000001', 'log-group:/lpo/x:*'],
  ],
  ['arn:aws:s3:::bucket/key', ['aws', 's3', '', '', 'bucket/key']],
])('%s', (text, parts) => {
  expect(Object.values(readArn(text) ?? {})).toEqual(parts);
});

test.each(['', 'arn', 'arn:aws:iam::200000000001', 'urn:aws:iam::200000000001:role/x', 'arn::iam::2:role/x'])(
  '%j is none',
  (text) => {
    expect(readArn(text)).toBeUndefined();
  },
);
