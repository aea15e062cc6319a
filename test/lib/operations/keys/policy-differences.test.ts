import fc from 'fast-check';
import { policyDifferences } from '../../../../lib/operations/keys/policy-differences.ts';

const arn = 'arn:aws:kms:us-east-1:200000000002:key/1';
const allow = (more: object = {}) => ({
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::200000000002:role/a' },
  Action: 'kms:Decrypt',
  Resource: '*',
  ...more,
});
const policy = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const role = (name: string) => `arn:aws:iam::200000000002:role/${name}`;

describe('the same policy in other words', () => {
  const same: [string, object, object][] = [
    ['a list of one', policy(allow({ Action: ['kms:Decrypt'] })), policy(allow())],
    ['case of an action', policy(allow({ Action: 'KMS:decrypt' })), policy(allow())],
    ['Sid', policy(allow({ Sid: 'X' })), policy(allow({ Sid: 'Y' }))],
    ['Id', { ...policy(allow()), Id: 'x' }, policy(allow())],
    ['a lone statement', { Version: '2012-10-17', Statement: allow() }, policy(allow())],
    ['the key itself as resource', policy(allow({ Resource: arn })), policy(allow())],
    [
      'an account by number',
      policy(allow({ Principal: { AWS: '200000000002' } })),
      policy(allow({ Principal: { AWS: 'arn:aws:iam::200000000002:root' } })),
    ],
    ['everyone', policy(allow({ Principal: '*' })), policy(allow({ Principal: { AWS: '*' } }))],
    [
      'merged statements',
      policy(allow({ Principal: { AWS: [role('a'), role('b')] }, Action: ['kms:Decrypt', 'kms:Encrypt'] })),
      policy(
        allow({ Action: 'kms:Encrypt' }),
        allow({ Principal: { AWS: role('b') }, Action: ['kms:Encrypt', 'kms:Decrypt'] }),
        allow(),
      ),
    ],
    [
      'case of operator and key, a boolean, order of values',
      policy(
        allow({
          Condition: { bool: { 'AWS:SecureTransport': true }, StringEquals: { 'aws:x': ['1', '2'] } },
        }),
      ),
      policy(
        allow({
          Condition: { StringEquals: { 'aws:X': ['2', '1'] }, Bool: { 'aws:SecureTransport': ['true'] } },
        }),
      ),
    ],
  ];
  test.each(same)('%s', (_, a, b) => {
    expect(policyDifferences(a, b, arn)).toEqual([]);
    expect(policyDifferences(b, a, arn)).toEqual([]);
  });
});

describe('another policy', () => {
  const other: [string, object, RegExp][] = [
    [
      'one more action',
      policy(allow({ Action: ['kms:Decrypt', 'kms:CreateGrant'] })),
      /beyond it: .*kms:creategrant/,
    ],
    [
      'one more principal',
      policy(allow(), allow({ Principal: { AWS: role('x') } })),
      /beyond it: [^/]*role\/x/,
    ],
    ['a lost statement', policy(), /no such statement/],
    ['Deny for Allow', policy(allow({ Effect: 'Deny' })), /beyond it: Deny/],
    ['a condition more', policy(allow({ Condition: { Null: { 'aws:x': 'true' } } })), /if null aws:x = true/],
    ['case of a value', policy(allow({ Principal: { AWS: role('A') } })), /role\/A/],
    [
      'NotAction',
      policy({ ...allow(), Action: undefined, NotAction: 'kms:Encrypt' }),
      /anything but kms:encrypt/,
    ],
    ['the old version', { Statement: [allow()] }, /Version 2008-10-17/],
    ['a wildcard', policy(allow({ Action: 'kms:*' })), /kms:\*/],
    [
      'an element nobody knows',
      policy(allow({ Unless: {} })),
      /cannot read: POLICY-ELEMENT at .*Unless: got element Unless/,
    ],
    [
      'a principal nobody knows',
      policy(allow({ Principal: { Robot: 'x' } })),
      /cannot read: POLICY-PRINCIPAL at .* got principal of kind Robot/,
    ],
  ];
  test.each(other)('%s', (_, live, text) => {
    const differences = policyDifferences(JSON.parse(JSON.stringify(live)), policy(allow()), arn);
    expect(differences.map(({ got, expected }) => `${got} / ${expected}`).join('\n')).toMatch(text);
  });
  test('no JSON at all', () => {
    expect(policyDifferences('{', policy(allow()), arn)).toHaveLength(1);
  });
});

test('splitting, merging and shuffling never makes a difference; dropping a permission always does', () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
  const verbs = fc.uniqueArray(fc.constantFrom('kms:Encrypt', 'kms:Decrypt', 'kms:Sign'), { minLength: 1 });
  fc.assert(
    fc.property(names, verbs, fc.nat(), (people, actions, seed) => {
      const merged = policy(allow({ Principal: { AWS: people.map(role) }, Action: actions }));
      const split = people
        .flatMap((name) => actions.map((action) => allow({ Principal: { AWS: role(name) }, Action: action })))
        .sort(
          (a, b) => ((JSON.stringify(a).length * (seed + 7)) % 13) - ((JSON.stringify(b).length * seed) % 11),
        );
      expect(policyDifferences(policy(...split), merged, arn)).toEqual([]);
      expect(policyDifferences(policy(...split.slice(1)), merged, arn)).not.toEqual([]);
    }),
  );
});
