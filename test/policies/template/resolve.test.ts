import type { Assembly, StackTemplate } from '../../../policies/template/assembly.ts';
import { type Assumptions, PhysicalNames } from '../../../policies/template/physical-names.ts';
import { Unresolved } from '../../../policies/template/resolve.ts';
import { withTokens } from '../../../policies/template/text.ts';

const stack = (
  stackName: string,
  resources: object,
  outputs: object = {},
  more: object = {},
): StackTemplate => ({
  id: `vendor/${stackName}`,
  stackName,
  account: '111122223333',
  region: 'eu-west-2',
  file: 'x.json',
  template: { Resources: resources as never, Outputs: outputs, ...more },
  constructPaths: {},
  parameters: { Given: '7', Passed: undefined },
});

const Parameters = {
  Default: { Type: 'String', Default: 'd' },
  Given: { Type: 'String', Default: '1' },
  Passed: { Type: 'String', Default: '1' },
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/a/name' },
  List: { Type: 'CommaDelimitedList', Default: 'a,b' },
};
const here = stack(
  'here',
  {
    Named: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'documents' } },
    Joined: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: { 'Fn::Join': ['-', ['b', { Ref: 'AWS::Region' }]] } },
    },
    Unnamed: { Type: 'AWS::IAM::Role', Properties: { Path: '/people/' } },
    Role: { Type: 'AWS::IAM::Role', Properties: { Path: '/people/', RoleName: 'r' } },
    Other: { Type: 'AWS::IAM::Role', Properties: {} },
    Key: { Type: 'AWS::KMS::Key', Properties: {} },
    Endpoint: { Type: 'AWS::EC2::VPCEndpoint', Properties: {} },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alerts' } },
    Circle: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: 'Round' } } },
    Round: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': '$'.concat('{Circle}-x') } } },
    Strange: { Type: 'AWS::Unknown::Type', Properties: {} },
  },
  {},
  { Parameters },
);
const there = stack(
  'there',
  { Vpc: { Type: 'AWS::EC2::VPC', Properties: {} } },
  {
    Out: { Value: { Ref: 'Vpc' } },
    Exported: { Value: 'exported value', Export: { Name: 'shared' } },
    Self: { Value: { 'Fn::GetStackOutput': { StackName: 'there', OutputName: 'Self' } } },
  },
);
const assembly: Assembly = { directory: '.', stacks: [here, there] };

const physical = (value: unknown, assumptions: Assumptions, from = here) =>
  new PhysicalNames(assembly, assumptions).resolve(value, from);
/** As the prover, key verification, and the checks of one template ask. */
const proof = (value: unknown, from = here) =>
  physical(value, { inventsNames: true, takesDefaults: false }, from);
const keys = (value: unknown) => physical(value, { inventsNames: false, takesDefaults: true });
const token = (value: unknown) => withTokens(value, here);

/** A placeholder of `Fn::Sub`, without making the linter think of a template literal. */
const $ = (name: string) => '$'.concat(`{${name}}`);

const unknown = Symbol('unresolved');
const answer = (value: unknown) => (value instanceof Unresolved ? unknown : value);

describe('function by function: with tokens, with the names of a proof, with the names a template gives', () => {
  test.each<[value: unknown, token: unknown, proof: unknown, keys: unknown]>([
    ['plain', 'plain', 'plain', 'plain'],
    [null, null, null, null],
    [{ Ref: 'AWS::AccountId' }, '111122223333', '111122223333', '111122223333'],
    [{ Ref: 'AWS::Region' }, 'eu-west-2', 'eu-west-2', 'eu-west-2'],
    [{ Ref: 'AWS::Partition' }, 'aws', 'aws', 'aws'],
    [{ Ref: 'AWS::URLSuffix' }, 'amazonaws.com', 'amazonaws.com', 'amazonaws.com'],
    [{ Ref: 'AWS::StackName' }, 'here', 'here', 'here'],
    [{ Ref: 'AWS::StackId' }, $('AWS::StackId'), unknown, unknown],
    [{ Ref: 'AWS::NoValue' }, undefined, undefined, undefined],
    [
      { list: [{ Ref: 'AWS::NoValue' }, 'x'], gone: { Ref: 'AWS::NoValue' } },
      ...(Array(3).fill({ list: ['x'] }) as [unknown, unknown, unknown]),
    ],
    [{ Ref: 'Named' }, $('Named'), 'documents', 'documents'],
    [{ Ref: 'Joined' }, $('Joined'), 'b-eu-west-2', 'b-eu-west-2'],
    [{ Ref: 'Topic' }, $('Topic'), ...both('arn:aws:sns:eu-west-2:111122223333:alerts')],
    [{ 'Fn::GetAtt': ['Topic', 'TopicName'] }, $('Topic.TopicName'), ...both('alerts')],
    [{ 'Fn::GetAtt': ['Named', 'Arn'] }, $('Named.Arn'), ...both('arn:aws:s3:::documents')],
    [{ 'Fn::GetAtt': 'Named.Arn' }, $('Named.Arn'), ...both('arn:aws:s3:::documents')],
    [{ 'Fn::GetAtt': ['Role', 'Arn'] }, $('Role.Arn'), ...both('arn:aws:iam::111122223333:role/people/r')],
    [
      { 'Fn::GetAtt': ['Key', 'Arn'] },
      $('Key.Arn'),
      expect.stringMatching(/:key\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      unknown,
    ],
    [{ Ref: 'Endpoint' }, $('Endpoint'), expect.stringMatching(/^vpce-[0-9a-f]{17}$/), unknown],
    [
      { 'Fn::GetAtt': ['Unnamed', 'Arn'] },
      $('Unnamed.Arn'),
      expect.stringMatching(/^arn:aws:iam::111122223333:role\/people\/here-Unnamed-[0-9A-F]{12}$/),
      unknown,
    ],
    [{ 'Fn::GetAtt': ['Named', 'Colour'] }, $('Named.Colour'), unknown, unknown],
    [{ 'Fn::GetAtt': ['Key', { Ref: 'Default' }] }, unknown, unknown, unknown],
    [{ 'Fn::GetAtt': 'Key' }, unknown, unknown, unknown],
    [{ Ref: 'Nothing' }, $('Nothing'), unknown, unknown],
    [{ Ref: 'Strange' }, $('Strange'), unknown, unknown],
    [{ Ref: ['Named'] }, unknown, unknown, unknown],
    [{ Ref: 'Circle' }, $('Circle'), unknown, unknown],
    // A default is what nobody overrides: good enough to compare with, not to prove or judge with.
    [{ Ref: 'Default' }, $('Default'), unknown, 'd'],
    [{ Ref: 'Given' }, $('Given'), '7', '7'],
    [{ Ref: 'Passed' }, $('Passed'), unknown, unknown],
    [{ Ref: 'Stored' }, $('Stored'), unknown, unknown],
    [{ Ref: 'List' }, $('List'), unknown, unknown],
    [
      { 'Fn::Sub': `a:${$('AWS::Partition')}:${$('Named')}` },
      `a:aws:${$('Named')}`,
      ...both('a:aws:documents'),
    ],
    [{ 'Fn::Sub': $('Role.Arn') }, $('Role.Arn'), ...both('arn:aws:iam::111122223333:role/people/r')],
    [{ 'Fn::Sub': $('!Named') }, $('Named'), ...both($('Named'))],
    [
      { 'Fn::Sub': [`${$('a')}-${$('!b')}`, { a: { Ref: 'Named' } }] },
      `${$('Named')}-${$('b')}`,
      ...both(`documents-${$('b')}`),
    ],
    [{ 'Fn::Sub': [$('a'), { a: ['x'] }] }, unknown, unknown, unknown],
    [{ 'Fn::Sub': 7 }, unknown, unknown, unknown],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'Named' }, 1]] }, `a/${$('Named')}/1`, ...both('a/documents/1')],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'AWS::NoValue' }]] }, 'a', ...both('a')],
    [{ 'Fn::Join': ['/', { 'Fn::Split': [':', 'a:b'] }] }, 'a/b', ...both('a/b')],
    [{ 'Fn::Join': ['/', ['a', ['b']]] }, unknown, unknown, unknown],
    [{ 'Fn::Join': ['/', 'ab'] }, unknown, unknown, unknown],
    [{ 'Fn::Split': [':', 'a:b'] }, ['a', 'b'], ...both(['a', 'b'])],
    [
      { 'Fn::Split': [':', { 'Fn::GetAtt': ['Named', 'Arn'] }] },
      unknown,
      ...both('arn:aws:s3:::documents'.split(':')),
    ],
    [{ 'Fn::Select': [1, ['a', 'b']] }, 'b', ...both('b')],
    [{ 'Fn::Select': ['1', { 'Fn::Split': [':', 'a:b:c'] }] }, 'b', ...both('b')],
    [
      { 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Named', 'Arn'] }] }] },
      $('Select 5 of '.concat($('Named.Arn'))),
      ...both('documents'),
    ],
    [{ 'Fn::Select': [7, ['a']] }, unknown, unknown, unknown],
    [{ 'Fn::Select': ['one', ['a']] }, unknown, unknown, unknown],
    [{ 'Fn::Select': [0, 'abc'] }, unknown, unknown, unknown],
    [{ 'Fn::ImportValue': 'shared' }, $('import:shared'), ...both('exported value')],
    [{ 'Fn::ImportValue': { 'Fn::Sub': 'shared' } }, $('import:shared'), ...both('exported value')],
    [{ 'Fn::ImportValue': 'nobody' }, $('import:nobody'), unknown, unknown],
    [output('Exported'), $('stack:there.Exported'), ...both('exported value')],
    [output('None'), $('stack:there.None'), unknown, unknown],
    [output('Self'), $('stack:there.Self'), unknown, unknown],
    [output('Exported', 'us-east-1'), $('stack:there.Exported'), unknown, unknown],
    [{ 'Fn::GetStackOutput': 'there' }, unknown, unknown, unknown],
    [{ 'Fn::If': ['Condition', 'a', 'b'] }, unknown, unknown, unknown],
    [{ 'Fn::FindInMap': ['a', 'b', 'c'] }, unknown, unknown, unknown],
    [{ 'Fn::toString': 'x' }, unknown, unknown, unknown],
    [{ constructor: 'x' }, { constructor: 'x' }, ...both({ constructor: 'x' })],
  ])('%j', (value, ...expected) => {
    expect([token(value), proof(value), keys(value)].map(answer)).toEqual(expected);
  });
});

function both<T>(value: T): [T, T] {
  return [value, value];
}

function output(OutputName: string, Region?: string): object {
  return { 'Fn::GetStackOutput': { StackName: 'there', OutputName, ...(Region && { Region }) } };
}

test('an output of another stack is the same text as its own reference', () => {
  const across = proof(output('Out', 'eu-west-2'));
  expect(across).toMatch(/^vpc-/);
  expect(across).toBe(proof({ Ref: 'Vpc' }, there));
});

test('names that AWS makes up are never the same for two resources', () => {
  expect(proof({ Ref: 'Unnamed' })).toMatch(/^here-Unnamed-/);
  expect(proof({ Ref: 'Other' })).not.toBe(proof({ Ref: 'Unnamed' }));
});

test.each(['account', 'region'] as const)('a stack without %s is not given one', (gone) => {
  const { [gone]: _, ...bare } = here;
  const references = [{ Ref: gone === 'account' ? 'AWS::AccountId' : 'AWS::Region' }, { Ref: 'Topic' }];
  for (const reference of references)
    expect(proof(reference, bare as StackTemplate)).toMatchObject({
      expected: expect.stringMatching(/account and region|known value/) as string,
    });
});

test('what is not resolved says where it stands, what was got and what is expected', () => {
  const value = { Statement: [{ Action: 's3:*' }, { Resource: ['*', { 'Fn::If': ['a', 'b', 'c'] }] }] };
  expect(token(value)).toEqual(
    expect.objectContaining({
      path: 'Statement[1].Resource[1]',
      got: 'Fn::If',
      expected: expect.stringContaining('Fn::Select') as string,
    }),
  );
});
