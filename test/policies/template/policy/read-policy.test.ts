import { readPolicy } from '../../../../policies/template/policy/read-policy.ts';
import { wholeAccount } from '../../../../policies/template/policy/read-principals.ts';

const allow = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };
const document = (...Statement: unknown[]) => ({ Version: '2012-10-17', Statement });
const read = (policy: unknown, kind?: 'identity' | 'resource' | 'trust') =>
  readPolicy(policy, { path: 'KeyPolicy', ...(kind && { kind }) });

test('a statement is spelled out: lists, principals by kind, conditions by operator and key', () => {
  const policy = document(
    {
      ...allow,
      Sid: 'One',
      Principal: { AWS: ['1', '2'], Service: 's3.amazonaws.com' },
      Action: ['s3:Get*', 's3:Put*'],
      Condition: { Bool: { 'aws:SecureTransport': true }, StringEquals: { 'aws:X': ['a', 1] } },
    },
    { Effect: 'Deny', NotPrincipal: { AWS: '3' }, NotAction: '*', NotResource: 'arn' },
  );
  expect(read(policy, 'resource')).toEqual({
    version: '2012-10-17',
    faults: [],
    statements: [
      {
        path: 'KeyPolicy.Statement[0]',
        name: 'One',
        sid: 'One',
        effect: 'Allow',
        actions: ['s3:Get*', 's3:Put*'],
        notActions: [],
        resources: ['*'],
        notResources: [],
        principals: [
          { kind: 'AWS', value: '1' },
          { kind: 'AWS', value: '2' },
          { kind: 'Service', value: 's3.amazonaws.com' },
        ],
        notPrincipals: [],
        conditions: [
          { operator: 'Bool', key: 'aws:securetransport', written: 'aws:SecureTransport', values: ['true'] },
          { operator: 'StringEquals', key: 'aws:x', written: 'aws:X', values: ['a', '1'] },
        ],
      },
      {
        path: 'KeyPolicy.Statement[1]',
        name: 'KeyPolicy.Statement[1]',
        effect: 'Deny',
        actions: [],
        notActions: ['*'],
        resources: [],
        notResources: ['arn'],
        principals: [],
        notPrincipals: [{ kind: 'AWS', value: '3' }],
        conditions: [],
      },
    ],
  });
});

test('a document written as text, a lone statement and an absent version are understood', () => {
  expect(read(JSON.stringify({ Statement: allow }))).toEqual({
    ...read(document(allow)),
    version: '2008-10-17',
  });
});

describe('a fault has its code and place', () => {
  test.each<[string, unknown, string]>([
    ['text that is no JSON', '{', 'POLICY-NOT-OBJECT KeyPolicy'],
    ['a list', [], 'POLICY-NOT-OBJECT KeyPolicy'],
    ['nothing', undefined, 'POLICY-NOT-OBJECT KeyPolicy'],
    [
      'an element of the document',
      { ...document(allow), Statements: [] },
      'POLICY-ELEMENT KeyPolicy.Statements',
    ],
    ['a version', { ...document(allow), Version: 2012 }, 'POLICY-VERSION KeyPolicy.Version'],
    ['no statement', { Version: '2012-10-17' }, 'POLICY-STATEMENT KeyPolicy.Statement[0]'],
    ['the second statement', document(allow, null), 'POLICY-STATEMENT KeyPolicy.Statement[1]'],
    ...(
      [
        ['an element of a statement', { Unless: {} }, 'POLICY-ELEMENT Unless'],
        ['Sid', { Sid: 1 }, 'POLICY-ELEMENT Sid'],
        ['Effect', { Effect: 'allow' }, 'POLICY-EFFECT Effect'],
        ['no action', { Action: undefined }, 'POLICY-ACTION Action'],
        ['an empty action', { Action: [] }, 'POLICY-ACTION Action'],
        ['an action that is an object', { Action: [{ Ref: 'x' }] }, 'POLICY-ACTION Action'],
        ['an action without a service', { Action: 'GetObject' }, 'POLICY-ACTION Action'],
        ['both actions', { NotAction: 's3:*' }, 'POLICY-ACTION '],
        ['both resources', { NotResource: '*' }, 'POLICY-RESOURCE '],
        ['an empty resource', { Resource: [] }, 'POLICY-RESOURCE Resource'],
        ['both principals', { NotPrincipal: '*' }, 'POLICY-PRINCIPAL '],
        ['a principal as text', { Principal: '111122223333' }, 'POLICY-PRINCIPAL Principal'],
        ['a principal of nobody', { Principal: { AWS: [] } }, 'POLICY-PRINCIPAL Principal'],
        ['no kind of principal', { Principal: {} }, 'POLICY-PRINCIPAL Principal'],
        ['a kind of principal', { Principal: { Robot: 'x' } }, 'POLICY-PRINCIPAL Principal'],
        ['a condition', { Condition: ['x'] }, 'POLICY-CONDITION Condition'],
        ['keys of an operator', { Condition: { Bool: 'x' } }, 'POLICY-CONDITION Condition.Bool'],
        ['a value', { Condition: { Bool: { a: null } } }, 'POLICY-CONDITION-VALUE Condition.Bool.a'],
        ['no value', { Condition: { Bool: { a: [] } } }, 'POLICY-CONDITION-VALUE Condition.Bool.a'],
      ] as [string, object, string][]
    ).map(([name, change, fault]): [string, unknown, string] => {
      const [code, at] = fault.split(' ');
      return [name, document({ ...allow, ...change }), `${code} KeyPolicy.Statement[0]${at && `.${at}`}`];
    }),
  ])('%s', (_, policy, expected) => {
    expect(read(policy).faults.map(({ code, path }) => `${code} ${path}`)).toEqual([expected]);
  });

  test('all of them at once', () => {
    const { faults } = read(document({ Effect: 'Maybe' }, 'x'));
    expect(faults.map(({ code }) => code)).toEqual(['POLICY-ACTION', 'POLICY-EFFECT', 'POLICY-STATEMENT']);
  });
});

test.each<['identity' | 'resource' | 'trust', object, string[]]>([
  ['resource', {}, []],
  ['resource', { Resource: undefined }, ['POLICY-RESOURCE']],
  ['resource', { Principal: undefined }, ['POLICY-PRINCIPAL']],
  ['identity', {}, ['POLICY-PRINCIPAL']],
  ['identity', { Principal: undefined }, []],
  ['identity', { Principal: undefined, Resource: undefined }, ['POLICY-RESOURCE']],
  ['trust', {}, ['POLICY-RESOURCE']],
  ['trust', { Resource: undefined }, []],
  ['trust', { Resource: undefined, NotResource: '*' }, ['POLICY-RESOURCE']],
])('elements of an %s policy: %j', (kind, change, codes) => {
  expect(read(document({ ...allow, ...change }), kind).faults.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['111122223333', '111122223333'],
  ['arn:aws:iam::111122223333:root', '111122223333'],
  ['arn:aws-us-gov:iam::111122223333:root', '111122223333'],
  ['arn:aws:iam::111122223333:role/root', undefined],
  ['arn:aws:sts::111122223333:root', undefined],
  ['11112222333', undefined],
])('%s stands for the account %s', (principal, account) => {
  expect(wholeAccount(principal)).toBe(account);
});
