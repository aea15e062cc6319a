import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { captured, shellCommand, variable } from '../../../../lib/operations/guide/shell-command.ts';
import { shellCommands } from '../../../support/shell-words.ts';

const run = (script: string): string => spawnSync('sh', ['-c', script], { encoding: 'utf8' }).stdout;

const text = fc.string({
  unit: fc.constantFrom(...'ab\'"$`\\! ?*[];|&<>(){}#~=-\n'),
  minLength: 1,
  maxLength: 12,
});

test('every word arrives at the program as it was given', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (words) => {
      expect(run(shellCommand('printf', '%s|', ...words))).toBe(`${words.join('|')}|`);
    }),
    { numRuns: 60 },
  );
});

test('a long command goes on in the next line, and is the same command', () => {
  const words = [
    'aws',
    'x',
    ...Array.from({ length: 12 }, (_, index) => [`--option-${index}`, `v${index}`]).flat(),
  ];
  const script = shellCommand(...words);
  expect(script.split('\n').length).toBeGreaterThan(1);
  expect(script.split('\n').every((line) => line.length <= 104)).toBe(true);
  expect(shellCommands(script, ['aws'])).toEqual([words]);
});

test('a variable is what an earlier command printed, one word with what stands around it', () => {
  const set = captured('x', shellCommand('printf', 'a b'));
  expect(run(`${set}; ${shellCommand('printf', '%s|', variable('x', ['<', '>']), 'c')}`)).toBe('<a b>|c|');
});
