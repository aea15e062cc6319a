import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** Runs dependency-cruiser with the rules of the house over a tree. */
function cruise(directory: string): { violations: string[]; modules: number } {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const rules = join(root, '.dependency-cruiser.cjs');
  const folders = ['bin', 'lib', 'policies'];
  const run = spawnSync(process.execPath, [cli, ...folders, '--config', rules, '--output-type', 'json'], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (run.stdout === '') throw new Error(run.stderr);
  const { summary } = JSON.parse(run.stdout);
  return {
    violations: summary.violations.map(
      (violation: { rule: { name: string }; from: string; to: string }) =>
        `${violation.rule.name}: ${violation.from} -> ${violation.to}`,
    ),
    modules: summary.totalCruised,
  };
}

/** A copy of the house with one more file in it. */
function houseWith(file: string, text: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'house-'));
  for (const folder of ['bin', 'lib', 'policies'])
    cpSync(join(root, folder), join(copy, folder), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
  return copy;
}

test('imports keep the direction of the house', () => {
  const { violations, modules } = cruise(root);
  expect(violations).toEqual([]);
  expect(modules).toBeGreaterThan(60);
});

test.each([
  ['policies/spy.ts', "import '../lib/constructs/acknowledge.ts';\n", 'the-judge-never-imports-the-builder'],
  ['policies/spy.ts', "import '../lib/stacks/vendor-stage.ts';\n", 'the-judge-never-imports-the-builder'],
  ['lib/constructs/spy.ts', "import '../stacks/vendor-stage';\n", 'constructs-know-no-stacks'],
  ['lib/model/spy.ts', "import '../config/fields';\n", 'model-imports-nothing'],
  ['lib/custody/spy.ts', "import '@aws-sdk/client-kms';\n", 'only-lib-aws-calls-aws'],
  [
    'lib/gates/spy.ts',
    "import { readFileSync } from 'node:fs';\nreadFileSync('x');\n",
    'only-readers-touch-files',
  ],
])('%s with %j breaks %s', (file, text, rule) => {
  const { violations } = cruise(houseWith(file, text));
  expect(violations.join('\n')).toContain(`${rule}: ${file}`);
});

test('no file is named after nothing', () => {
  const { stdout } = spawnSync('git', ['ls-files', 'bin', 'lib', 'policies', 'test', 'bench'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = stdout.split('\n').filter(Boolean);
  expect(files.length).toBeGreaterThan(60);
  expect(files.filter((file) => /(^|\/)(utils?|common|misc|helpers?)(\.|\/)/.test(file))).toEqual([]);
});
