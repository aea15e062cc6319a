import { readEventPattern } from '../../../policies/detection/event-pattern.ts';
import { NotUnderstood } from '../../../policies/detection/not-understood.ts';

const matches = (pattern: object, event: object) => readEventPattern(pattern).matches(event as never);

/** The event of the EventBridge User Guide, "Event patterns", with fields of its other examples. */
const event = {
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': 'EC2 Instance State-change Notification',
  source: 'aws.ec2',
  account: '111122223333',
  time: '2017-12-22T18:43:48Z',
  region: 'us-west-1',
  resources: ['arn:aws:ec2:us-west-1:123456789012:instance/i-1234567890abcdef0', 'arn:aws:x'],
  detail: {
    'instance-id': 'i-1234567890abcdef0',
    state: 'terminated',
    'c-count': 5,
    'd-count': 3,
    'x-limit': 301.8,
    'source-ip': '10.0.0.33',
    nothing: null,
    empty: '',
    yes: true,
    path: 'dir1/dir2/a*b.png',
  },
};
const detail = (fields: object) => ({ detail: fields });

// Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
test.each<[string, object, boolean]>([
  ['equal', { source: ['aws.ec2'] }, true],
  ['one of several', detail({ state: ['running', 'terminated'] }), true],
  ['another value', detail({ state: ['running'] }), false],
  ['the case counts', detail({ state: ['Terminated'] }), false],
  ['and', { source: ['aws.ec2'], detail: { state: ['running'] } }, false],
  ['an item of a list', { resources: ['arn:aws:x'] }, true],
  ['a field that is not there', detail({ other: ['x'] }), false],
  ['null', detail({ nothing: [null] }), true],
  ['null is no absence', detail({ other: [null] }), false],
  ['empty', detail({ empty: [''] }), true],
  ['true', detail({ yes: [true] }), true],
  ['a number', detail({ 'c-count': [5] }), true],
  ['a number as text is another thing', detail({ 'c-count': ['5'] }), false],
  ['begins with', { time: [{ prefix: '2017-12-22' }] }, true],
  ['begins with, whatever the case', { source: [{ prefix: { 'equals-ignore-case': 'AWS.' } }] }, true],
  ['ends with', detail({ path: [{ suffix: '.png' }] }), true],
  ['ends with, whatever the case', detail({ path: [{ suffix: { 'equals-ignore-case': '.PNG' } }] }), true],
  ['equal, whatever the case', detail({ state: [{ 'equals-ignore-case': 'TERMINATED' }] }), true],
  ['anything but', detail({ state: [{ 'anything-but': 'initializing' }] }), true],
  ['anything but that', detail({ state: [{ 'anything-but': ['stopped', 'terminated'] }] }), false],
  ['anything but a number', detail({ 'x-limit': [{ 'anything-but': [100, 200, 300] }] }), true],
  ['anything but what begins', { region: [{ 'anything-but': { prefix: 'us-' } }] }, false],
  ['anything but several beginnings', { region: [{ 'anything-but': { prefix: ['eu-', 'us-'] } }] }, false],
  ['anything but what ends', detail({ path: [{ 'anything-but': { suffix: '.png' } }] }), false],
  [
    'anything but, whatever the case',
    detail({ state: [{ 'anything-but': { 'equals-ignore-case': 'TERMINATED' } }] }),
    false,
  ],
  ['anything but a wildcard', detail({ path: [{ 'anything-but': { wildcard: '*/dir2/*' } }] }), false],
  ['anything but needs a field', detail({ other: [{ 'anything-but': 'x' }] }), false],
  ['numeric range', detail({ 'c-count': [{ numeric: ['>', 0, '<=', 5] }] }), true],
  ['numeric below', detail({ 'd-count': [{ numeric: ['<', 3] }] }), false],
  ['numeric equal', detail({ 'x-limit': [{ numeric: ['=', 3.018e2] }] }), true],
  ['numeric is of numbers', detail({ state: [{ numeric: ['>', 0] }] }), false],
  ['an address in a block', detail({ 'source-ip': [{ cidr: '10.0.0.0/24' }] }), true],
  ['an address outside', detail({ 'source-ip': [{ cidr: '10.0.1.0/24' }] }), false],
  ['exists', detail({ 'c-count': [{ exists: true }] }), true],
  ['exists not', detail({ 'c-count': [{ exists: false }] }), false],
  ['exists is of leaves', { detail: [{ exists: false }] }, true],
  ['wildcard', detail({ path: [{ wildcard: 'dir1/*.png' }] }), true],
  ['wildcard in the middle', detail({ path: [{ wildcard: 'dir1/*b*.png' }] }), true],
  ['wildcard at neither end', detail({ path: [{ wildcard: 'dir2/*' }] }), false],
  ['wildcard of nothing', { source: [{ wildcard: 'aws.*ec2' }] }, true],
  ['an escaped star', detail({ path: [{ wildcard: '*/a\\*b.png' }] }), true],
  ['an escaped star is no wildcard', detail({ state: [{ wildcard: 'term\\*' }] }), false],
  ['wildcard does not overlap', { source: [{ wildcard: 'aws.e*ec2' }] }, false],
  ['or', { source: ['aws.ec2'], $or: [{ region: ['x'] }, { account: ['111122223333'] }] }, true],
  ['or of none', { $or: [{ region: ['x'] }, { account: ['y'] }] }, false],
  ['or within', detail({ $or: [{ state: ['x'] }, { 'c-count': [{ numeric: ['>', 4] }] }] }), true],
])('%s', (_, pattern, expected) => {
  expect(matches(pattern, event)).toBe(expected);
});

test.each<[string, unknown]>([
  ['no object', ['x']],
  ['a bare value', { source: 'aws.ec2' }],
  ['an empty list', { source: [] }],
  ['an empty object', { detail: {} }],
  ['an unknown operator', { source: [{ regex: '.*' }] }],
  ['two operators', { source: [{ prefix: 'a', suffix: 'b' }] }],
  ['an operand of another kind', { source: [{ prefix: 1 }] }],
  ['a list in a list', { source: [['x']] }],
  ['or of one', { $or: [{ source: ['x'] }] }],
  ['two stars', { source: [{ wildcard: 'a**b' }] }],
  ['another escape', { source: [{ wildcard: 'a\\b' }] }],
  ['no block', { source: [{ cidr: '10.0.0.0/33' }] }],
  ['half a comparison', { source: [{ numeric: ['>'] }] }],
  ['a sign of nobody', { source: [{ numeric: ['!', 1] }] }],
  ['a text for a number', { source: [{ numeric: ['>', '1'] }] }],
  ['anything but both kinds', { source: [{ 'anything-but': ['x', 1] }] }],
  ['more than anybody writes', { source: Array<string>(5000).fill('x.y') }],
  ['exists of a text', { source: [{ exists: 'true' }] }],
])('%s is not understood', (_, pattern) => {
  expect(() => readEventPattern(pattern)).toThrow(NotUnderstood);
});

test('a field of objects in a list is not understood', () => {
  expect(() => matches({ detail: { list: { a: ['x'] } } }, { detail: { list: [{ a: 'x' }] } })).toThrow(
    NotUnderstood,
  );
});

test('it tells what it compares with', () => {
  const { compared } = readEventPattern({
    source: ['a', { prefix: 'b' }],
    detail: { n: [{ numeric: ['>', 4] }], $or: [{ x: [{ exists: true }] }, { n: [9] }] },
  });
  expect([...compared]).toEqual([
    ['source', ['a', 'b']],
    ['detail.n', [3, 4, 5, 9]],
    ['detail.x', []],
  ]);
});

test('each alternative can be taken away', () => {
  const pattern = { source: ['a', 'b'], $or: [{ x: ['1', '2'] }, { y: ['3'] }] };
  const { alternatives } = readEventPattern(pattern);
  expect(alternatives.map(({ written }) => written)).toEqual([
    'source a',
    'source b',
    'x 1',
    'x 2',
    '$or {"x":["1","2"]}',
    '$or {"y":["3"]}',
  ]);
  const left = alternatives.map(({ rest }) => rest().matches({ source: 'a', x: '1' }));
  expect(left).toEqual([false, true, false, true, false, true]);
});
