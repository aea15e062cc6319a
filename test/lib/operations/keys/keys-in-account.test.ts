import { keysInAccount, requireCaller } from '../../../../lib/operations/keys/keys-in-account.ts';
import { exampleKey } from '../../../fakes/example-keys.ts';

const mine = exampleKey();
const archive = exampleKey('trail', { account: '100000000003' });

test('one account needs no name; of several the one that was named', () => {
  expect(keysInAccount([mine], 'luzon')).toEqual([mine]);
  expect(keysInAccount([mine, archive], 'luzon', '100000000003')).toEqual([archive]);
});

test.each([
  ['several accounts and none named', [mine, archive], undefined, /100000000003, 200000000002/],
  ['an account without keys', [mine], '300000000000', /--account 300000000000/],
  ['a vendor without keys', [], undefined, /no KMS key/],
])('%s: refused, nothing stays unchecked', (_, keys, account, said) => {
  expect(() => keysInAccount(keys, 'luzon', account)).toThrow(said);
});

test('credentials of another account are refused', () => {
  const arn = 'arn:aws:iam::100000000003:role/x';
  expect(() => requireCaller({ account: '100000000003', arn }, '200000000002')).toThrow('AWS-WRONG-ACCOUNT');
  expect(() => requireCaller({ account: '200000000002', arn }, '200000000002')).not.toThrow();
});
