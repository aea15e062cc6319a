import {
  accountsIn,
  isAccountId,
  isOrganizationId,
  namedIn,
  readArn,
} from '../../../policies/template/arn.ts';

const account = '200000000001';
/** A token, without making the linter think of a template literal. */
const $ = (name: string) => '$'.concat(`{${name}}`);

test.each([
  [`arn:aws:iam::${account}:role/path/name`, ['aws', 'iam', '', account, 'role/path/name']],
  ['arn:aws:s3:::bucket/key:colon', ['aws', 's3', '', '', 'bucket/key:colon']],
  ['arn:*:*::*:*', ['*', '*', '', '*', '*']],
  [
    `arn:${$('AWS::Partition')}:iam::${$('AWS::AccountId')}:role/x`,
    [$('AWS::Partition'), 'iam', '', $('AWS::AccountId'), 'role/x'],
  ],
  [`arn:aws:s3:::b/${$('aws:username')}/*`, ['aws', 's3', '', '', `b/${$('aws:username')}/*`]],
])('%s', (text, parts) => {
  expect(Object.values(readArn(text) ?? {})).toEqual(parts);
});

test.each(['', '*', 'arn:aws:iam::1', `urn:aws:iam::${account}:role/x`, $('Role.Arn'), $('stack:A.B')])(
  '%j is none',
  (text) => {
    expect(readArn(text)).toBeUndefined();
  },
);

test('a type ends with a slash or a colon, and belongs to its service', () => {
  expect(namedIn(`arn:aws:iam::${account}:role/a/b`, 'iam', 'role')?.name).toBe('a/b');
  expect(namedIn('arn:aws:backup:r:1:backup-vault:v', 'backup', 'backup-vault')?.name).toBe('v');
  expect(namedIn(`arn:aws:sts::${account}:role/a`, 'iam', 'role')).toBeUndefined();
  expect(namedIn(`arn:aws:iam::${account}:roles/a`, 'iam', 'role')).toBeUndefined();
});

test('accounts and organizations are whole', () => {
  expect([account, '1', '*', `${account}0`].map(isAccountId)).toEqual([true, false, false, false]);
  expect(['o-a1b2c3d4e5', 'o-*', 'o-a1'].map(isOrganizationId)).toEqual([true, false, false]);
  expect(accountsIn(`a ${account} b 2000000000010 100000000002`)).toEqual([account, '100000000002']);
});
