import { readFilterPattern } from '../../../policies/detection/filter-pattern.ts';
import { NotUnderstood } from '../../../policies/detection/not-understood.ts';

/** The events of the CloudWatch Logs User Guide, "Using filter patterns to match terms in JSON log events". */
const event = {
  eventType: 'UpdateTrail',
  sourceIPAddress: '111.111.111.111',
  arrayKey: ['value', 'another value'],
  objectList: [
    { name: 'a', id: 1 },
    { name: 'b', id: 2 },
  ],
  SomeObject: null,
  ThisFlag: true,
  errorCode: 400,
  latency: 50,
  user: { id: 1, email: 'John.Stiles@example.com' },
  users: [
    { id: 2, email: 'John.Doe@example.com' },
    { id: 3, email: 'Jane.Doe@example.com' },
  ],
  actions: ['GET', 'PUT', 'DELETE'],
  coordinates: [
    [0, 1, 2],
    [4, 5, 6],
  ],
};
const matches = (pattern: string) => readFilterPattern(pattern).matches(event);

// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
test.each<[string, boolean | undefined]>([
  ['', true],
  ['{ $.eventType = "UpdateTrail" }', true],
  ['{ $.eventType = UpdateTrail }', true],
  ['{ $.eventType = "*Trail" }', true],
  ['{ $.eventType = "Update*" }', true],
  ['{ $.eventType = "*date*" }', true],
  ['{ $.eventType = "Up*Trail" }', false],
  ['{ $.eventType = * }', true],
  ['{ $.eventType != "UpdateTrail" }', false],
  ['{ $.sourceIPAddress != 123.123.* }', true],
  ['{ $.sourceIPAddress = 111.111.* }', true],
  ['{ $.arrayKey[0] = "value" }', true],
  ['{ $.arrayKey[1] = "value" }', false],
  ['{ $.objectList[1].id = 2 }', true],
  ['{ $.objectList[0].id = 2 }', false],
  ['{ $.SomeObject IS NULL }', true],
  ['{ $.eventType IS NULL }', false],
  ['{ $.SomeOtherObject NOT EXISTS }', true],
  ['{ $.SomeObject NOT EXISTS }', false],
  ['{ $.eventType EXISTS }', true],
  ['{ $.ThisFlag IS TRUE }', true],
  ['{ $.ThisFlag IS FALSE }', false],
  ['{ $.errorCode = 400 }', true],
  ['{ $.errorCode != 500 }', true],
  ['{ $.errorCode >= 400 }', true],
  ['{ $.latency > +50 }', false],
  ['{ $.latency < 10e3 }', true],
  ['{ $.latency <= 49.5 }', false],
  ['{ ($.user.id = 1) && ($.users[0].email = "John.Doe@example.com") }', true],
  ['{ ($.user.id = 2 && $.users[0].email = "nonmatch") || $.actions[2] = "GET" }', false],
  [
    '{ $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch && $.actions[2] = nomatch }',
    true,
  ],
  [
    '{ ($.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch) && $.actions[2] = nomatch }',
    false,
  ],
  // A selector that leads to a list or an object: the filter is not applied.
  ['{ $.users = 1 }', false],
  ['{ $.users != 1 }', false],
  // Not documented: a difference from nothing, and from a value of another kind.
  ['{ $.other = "x" }', false],
  ['{ $.other != "x" }', undefined],
  ['{ $.latency != "50" }', undefined],
  ['{ ($.other != "x") || ($.latency = 50) }', true],
  ['{ ($.other != "x") && ($.latency = 51) }', false],
  ['{ ($.other != "x") && ($.latency = 50) }', undefined],
])('%s', (pattern, expected) => {
  expect(matches(pattern)).toBe(expected);
});

test.each([
  'ERROR',
  '?ERROR ?WARN',
  '[ip, user, ..., status_code = 4*]',
  '%AUTHORIZED%',
  '{ $.a = %x% }',
  '{ $.a }',
  '{ $.a = "x" ',
  '{ $.a = "x" } x',
  '{ ($.a = "x" }',
  '{ $.a[*] = "x" }',
  '{ a = "x" }',
  '{ $.a > "x" }',
  '{ $.a > x }',
  '{ $.a = "x\\"y" }',
  '{ $.a == "x" }',
  '{ }',
  `{ $.a = "${'x'.repeat(1100)}" }`,
  `{ ${'('.repeat(60)}$.a = 1${')'.repeat(60)} }`,
])('%s is not understood', (pattern) => {
  expect(() => readFilterPattern(pattern)).toThrow(NotUnderstood);
});

test('it tells what it compares with', () => {
  const { compared } = readFilterPattern('{ ($.a = "*x") && (($.b > 4) || ($.c NOT EXISTS)) && ($.a != y) }');
  expect([...compared]).toEqual([
    ['a', ['x', 'y']],
    ['b', [3, 4, 5]],
    ['c', [null, true, false]],
  ]);
});

test('each operand of "or" can be taken away', () => {
  const { alternatives } = readFilterPattern('{ ($.a = 1) && (($.b = x) || ($.c EXISTS)) }');
  expect(alternatives.map(({ written }) => written)).toEqual(['$.b = "x"', '$.c EXISTS']);
  expect(alternatives.map(({ rest }) => rest().matches({ a: 1, b: 'x' }))).toEqual([false, true]);
});
