import { keyDifferences } from '../../../../lib/operations/keys/key-differences.ts';
import type { ExpectedKey, LiveKey } from '../../../../lib/operations/keys/key-settings.ts';
import { exampleKey } from '../../../fakes/example-keys.ts';

const live = (expected: ExpectedKey, more: Partial<LiveKey> = {}): LiveKey => ({
  ...expected,
  keyId: '1',
  arn: 'arn:aws:kms:us-east-1:200000000002:key/1',
  grants: [],
  ...more,
});
const grant = {
  id: 'g1',
  grantee: 'arn:aws:iam::200000000002:role/x',
  issuer: '200000000002',
  operations: ['Decrypt'],
};
const serviceGrant = { ...grant, grantee: 'backup.us-east-1.amazonaws.com' };

test('a key as deployed has no differences', () => {
  expect(keyDifferences(exampleKey(), live(exampleKey()))).toEqual([]);
});

const bad: [string, Partial<LiveKey>][] = [
  ['state', { state: 'Disabled' }],
  ['state', { state: 'PendingDeletion', deletionDate: '2026-12-01T00:00:00.000Z' }],
  ['origin', { origin: 'EXTERNAL' }],
  ['spec', { spec: 'RSA_2048' }],
  ['usage', { usage: 'SIGN_VERIFY' }],
  ['multi-Region', { multiRegion: true }],
  ['rotation', { rotation: { status: 'disabled' } }],
  ['rotation period', { rotation: { status: 'enabled', periodDays: 2560 } }],
  ['rotation period', { rotation: { status: 'enabled' } }],
  ['policy', { policy: { Version: '2012-10-17', Statement: [] } }],
  ['grant', { grants: [grant] }],
  ['grant', { grants: [serviceGrant] }],
  ['tag lpo:owner', { tags: { 'lpo:vendor': 'luzon' } }],
  ['tag extra', { tags: { ...exampleKey().tags, extra: 'x' } }],
];
test.each(bad)('%s differs: %j', (property, more) => {
  const differences = keyDifferences(exampleKey(), live(exampleKey(), more));
  expect(new Set(differences.map(({ where }) => where.property))).toEqual(new Set([property]));
});

test('a key that is gone is a difference', () => {
  expect(keyDifferences(exampleKey(), undefined)).toMatchObject([{ got: 'no key by this alias' }]);
});

test('tags of CloudFormation and a legal hold are not differences', () => {
  const tags = { ...exampleKey().tags, 'aws:cloudformation:stack-name': 'x', 'lpo:legal-hold': 'true' };
  expect(keyDifferences(exampleKey(), live(exampleKey(), { tags }))).toEqual([]);
});

test('where the policy lets AWS services have grants, theirs are allowed and no other', () => {
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::200000000002:role/backup' },
    Action: 'kms:CreateGrant',
    Resource: '*',
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  };
  const expected = exampleKey('vault', { policy: { Version: '2012-10-17', Statement: [statement] } });
  expect(keyDifferences(expected, live(expected, { grants: [serviceGrant] }))).toEqual([]);
  expect(keyDifferences(expected, live(expected, { grants: [grant] }))).toHaveLength(1);
});
