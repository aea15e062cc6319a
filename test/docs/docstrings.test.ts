import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const { stdout } = spawnSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', 'bin', 'lib', 'policies', 'tools'],
  {
    cwd: root,
    encoding: 'utf8',
  },
);
const files = stdout.split('\n').filter((file) => file.endsWith('.ts'));

/** First words of every docstring, with the place. */
const openings = files.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/\/\*\*\s*(?:\*\s*)?(\w+)/g)].map(([, word = '']) => ({
    file,
    word,
  })),
);

test('there are docstrings', () => {
  expect(openings.length).toBeGreaterThan(1500);
});

test('a docstring opens with what the thing is, not with a question or a remark about it', () => {
  const questions = /^(What|Who|Whoever|Whether|Where|When|How|Says|Told)$/;
  expect(openings.filter(({ word }) => questions.test(word))).toEqual([]);
});
