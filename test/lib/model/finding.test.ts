import { formatFinding, formatPlace, inputFinding, type Place } from '../../../lib/model/finding.ts';
import { byPlace, bySeverity } from '../../../lib/model/finding-order.ts';

const at = (where: Place, code = 'X') => inputFinding({ code, where, got: 'g', expected: 'e', fix: 'do it' });

test('what is quoted from a file does not steer the terminal', () => {
  const got = 'a\u001b[2J\u0000b\nc';
  const text = formatFinding({ ...at({ file: 'f', line: 1, column: 2 }), got });
  expect(text).toBe(
    'f:1:2 X\n  got       a\\u{1b}[2J\\u{0}b\n            c\n  expected  e\n  fix       do it',
  );
});

test.each<[Place, string]>([
  [{ file: 'config/a.yaml', line: 3, column: 7 }, 'config/a.yaml:3:7'],
  [{ file: 'config/a.yaml' }, 'config/a.yaml'],
  [{ name: 'command line' }, 'command line'],
  [{ name: 'alias/lpo/luzon/logs', property: 'rotation' }, 'alias/lpo/luzon/logs rotation'],
  [{ stack: 'luzon/Logs' }, 'luzon/Logs'],
  [{ stack: 'luzon/Logs', logicalId: 'Key' }, 'luzon/Logs/Key'],
  [
    { stack: 'luzon/Logs', logicalId: 'Key', constructPath: 'luzon/Logs/Key/Resource' },
    'luzon/Logs/Key/Resource',
  ],
])('a place in words: %j', (place, text) => {
  expect(formatPlace(place)).toBe(text);
});

test('places in order: by text, by line as a number, then by code', () => {
  const ordered = [
    at({ file: 'a', line: 2, column: 9 }),
    at({ file: 'a', line: 10, column: 1 }),
    at({ file: 'a', line: 10, column: 2 }),
    at({ file: 'b' }, 'W'),
    at({ file: 'b' }, 'X'),
    at({ stack: 'c', logicalId: 'A' }),
    at({ stack: 'c', logicalId: 'B', property: 'P' }),
    at({ name: 'd' }),
  ];
  expect([...ordered].reverse().sort(byPlace)).toEqual(ordered);
});

test('the worst come first wherever they are', () => {
  const low = { ...at({ file: 'a' }), severity: 'low' as const };
  const critical = { ...at({ file: 'z' }), severity: 'critical' as const };
  expect([low, at({ file: 'b' }), critical].sort(bySeverity)).toEqual([critical, at({ file: 'b' }), low]);
});
