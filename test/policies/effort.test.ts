import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { UnusableInputError } from '../../lib/model/finding.ts';
import { replaceVariables } from '../../policies/template/replace-variables.ts';
import { allow, assembly, bucket, key, rows, times } from './effort-rows.ts';

/** Steps of each row at its size and at twice that, counted in a process that has run none of it before. */
const program = join(import.meta.dirname, 'measure-effort.ts');
const run = spawnSync(process.execPath, ['--import', 'tsx', program], { encoding: 'utf8' });
const steps = JSON.parse(run.stdout || '{}') as Readonly<Record<string, readonly [number, number]>>;
const square = 'a loop in a loop';

test.each(rows.map(([what]) => what).filter((what) => what !== square))(
  'twice as many %s take about twice the steps',
  (what) => {
    const [once, twice] = steps[what] ?? [0, 0];
    expect(once).toBeGreaterThan(20);
    expect(twice / once).toBeLessThan(2.5);
  },
);

test('effort is counted: a loop in a loop takes four times the steps', () => {
  const [once, twice] = steps[square] ?? [0, 0];
  expect(once).toBeGreaterThan(40_000);
  expect(twice / once).toBeGreaterThan(3.5);
});

/** An expression leaves no steps to count; that it is never run over the open end of a text is held by what it is given. */
test('nothing behind the last brace is searched for a variable', () => {
  const seen: string[] = [];
  const pattern = Object.assign(/\$\{([^}]*)\}/g, {
    [Symbol.replace](text: string, replacer: (...groups: string[]) => string) {
      seen.push(text);
      return RegExp.prototype[Symbol.replace].call(/\$\{([^}]*)\}/g, text, replacer as never);
    },
  });
  expect(replaceVariables(`a\${b}c${'${'.repeat(3)}`, pattern, () => 'B')).toBe(`aBc${'${'.repeat(3)}`);
  expect(seen).toEqual([`a\${b}`]);
});

test.each<[string, object, RegExp]>([
  ['more resources than CloudFormation takes', times(501, bucket), /501 resources\n +expected +at most 500/],
  [
    'a policy that no service takes',
    { K: key(...Object.values(times(2_000, () => allow('kms:*')))) },
    /a policy of \d+ characters in K/,
  ],
  [
    'a text that no policy holds',
    { K: key(allow('*'.repeat(20_000))) },
    /a text of 20000 characters in a policy of K/,
  ],
])('%s are refused before anything is judged', (_, resources, said) => {
  const read = () => assembly(resources);
  expect(read).toThrow(UnusableInputError);
  expect(read).toThrow(said);
});

test('500 resources are read', () => {
  expect(assembly(times(500, bucket)).stacks).toHaveLength(1);
});
