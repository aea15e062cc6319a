import { formatProblem } from '../../../lib/model/problem.ts';

test('what is quoted from a file does not steer the terminal', () => {
  const got = 'a\u001b[2J\u0000b\nc';
  const text = formatProblem({ code: 'X', file: 'f', line: 1, column: 1, got, expected: 'e', fix: 'm' });
  expect(text).toBe('f:1:1 X\n  got       a\uFFFD[2J\uFFFDb\nc\n  expected  e\n  to mend   m');
});
