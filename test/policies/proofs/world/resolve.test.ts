import { Resolver } from '../../../../policies/proofs/world/resolve.ts';
import type { Assembly, StackTemplate } from '../../../../policies/template/assembly.ts';

const stack = (
  stackName: string,
  resources: object,
  outputs: object = {},
  region = 'eu-west-2',
): StackTemplate => ({
  id: `vendor/${stackName}`,
  stackName,
  account: '111122223333',
  region,
  file: 'x.json',
  template: { Resources: resources as never, Outputs: outputs },
  constructPaths: {},
});

const here = stack('here', {
  Named: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'documents' } },
  Unnamed: { Type: 'AWS::IAM::Role', Properties: { Path: '/people/' } },
  Other: { Type: 'AWS::IAM::Role', Properties: {} },
  Key: { Type: 'AWS::KMS::Key', Properties: {} },
  Endpoint: { Type: 'AWS::EC2::VPCEndpoint', Properties: {} },
  Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alerts' } },
});
const there = stack(
  'there',
  { Vpc: { Type: 'AWS::EC2::VPC', Properties: {} } },
  { Out: { Value: { Ref: 'Vpc' } }, Exported: { Value: 'exported value', Export: { Name: 'shared' } } },
);
const assembly: Assembly = { directory: '.', stacks: [here, there] };
const place = { stack: 'here', logicalId: 'X', path: '' };

const resolve = (value: unknown, from = here) => {
  const resolver = new Resolver(assembly);
  return { value: resolver.value(value, from, place), failures: resolver.failures };
};

test.each([
  [{ Ref: 'Named' }, 'documents'],
  [{ 'Fn::GetAtt': ['Named', 'Arn'] }, 'arn:aws:s3:::documents'],
  [{ 'Fn::GetAtt': 'Named.Arn' }, 'arn:aws:s3:::documents'],
  [{ Ref: 'Topic' }, 'arn:aws:sns:eu-west-2:111122223333:alerts'],
  [{ 'Fn::GetAtt': ['Topic', 'TopicName'] }, 'alerts'],
  [{ Ref: 'AWS::AccountId' }, '111122223333'],
  [{ Ref: 'AWS::Partition' }, 'aws'],
  [{ 'Fn::Sub': 'arn:$'.concat('{AWS::Partition}:x:$', '{Named}') }, 'arn:aws:x:documents'],
  [{ 'Fn::Sub': ['$'.concat('{a}-$', '{!b}'), { a: { Ref: 'Named' } }] }, 'documents-$'.concat('{b}')],
  [{ 'Fn::Join': ['/', ['a', { Ref: 'Named' }]] }, 'a/documents'],
  [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
  [{ 'Fn::ImportValue': 'shared' }, 'exported value'],
  [{ list: [{ Ref: 'AWS::NoValue' }, 'x'], gone: { Ref: 'AWS::NoValue' } }, { list: ['x'] }],
])('%j resolves', (value, expected) => {
  expect(resolve(value)).toEqual({ value: expected, failures: [] });
});

test('an output of another stack is the same text as its own reference', () => {
  const across = resolve({
    'Fn::GetStackOutput': { StackName: 'there', Region: 'eu-west-2', OutputName: 'Out' },
  });
  expect(across.failures).toEqual([]);
  expect(across.value).toBe(resolve({ Ref: 'Vpc' }, there).value);
});

test('names that AWS makes up are in its shape, and never the same for two resources', () => {
  const { value: one } = resolve({ 'Fn::GetAtt': ['Unnamed', 'Arn'] });
  const { value: other } = resolve({ 'Fn::GetAtt': ['Other', 'Arn'] });
  expect(one).toMatch(/^arn:aws:iam::111122223333:role\/people\/here-Unnamed-[0-9A-F]{12}$/);
  expect(other).not.toBe(one);
  expect(resolve({ Ref: 'Endpoint' }).value).toMatch(/^vpce-[0-9a-f]{17}$/);
  expect(resolve({ 'Fn::GetAtt': ['Key', 'Arn'] }).value).toMatch(
    /:key\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  );
});

test.each([
  [{ 'Fn::If': ['Condition', 'a', 'b'] }],
  [{ 'Fn::FindInMap': ['a', 'b', 'c'] }],
  [{ Ref: 'Nothing' }],
  [{ 'Fn::GetAtt': ['Named', 'Colour'] }],
  [{ 'Fn::ImportValue': 'nobody' }],
  [{ 'Fn::GetStackOutput': { StackName: 'there', OutputName: 'None' } }],
  [{ 'Fn::Select': [7, ['a']] }],
])('%j is a failure', (value) => {
  expect(resolve(value)).toEqual({
    value: undefined,
    failures: [expect.objectContaining({ code: 'WORLD-INTRINSIC', place })],
  });
});

test('a stack without an account cannot say which it is', () => {
  const { account: _gone, ...bare } = here;
  expect(resolve({ Ref: 'AWS::AccountId' }, bare as StackTemplate).failures).toHaveLength(1);
});
