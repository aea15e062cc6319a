import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folders = ['bin', 'lib', 'policies', 'tools'];

interface Rule {
  readonly name: string;
  readonly from: { readonly path?: string };
  readonly to: { readonly pathNot?: string };
}
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: Rule[] };
const rows = forbidden.filter(({ name }) => name.startsWith('row:'));

interface Module {
  readonly source: string;
}

/** Dependency-cruiser with the rules of the house over a tree: violations as `rule: from -> to`. */
function cruise(directory: string): { violations: string[]; modules: string[] } {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const rules = join(root, '.dependency-cruiser.cjs');
  const run = spawnSync(process.execPath, [cli, ...folders, '--config', rules, '--output-type', 'json'], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (run.stdout === '') throw new Error(run.stderr);
  const { summary, modules } = JSON.parse(run.stdout);
  return {
    violations: summary.violations.map(
      (violation: { rule: { name: string }; from: string; to: string }) =>
        `${violation.rule.name}: ${violation.from} -> ${violation.to}`,
    ),
    modules: modules.map(({ source }: Module) => source),
  };
}

const files = (...patterns: string[]): string[] =>
  spawnSync('git', ['ls-files', ...patterns], { cwd: root, encoding: 'utf8' })
    .stdout.split('\n')
    .filter(Boolean);
const sources = files(...folders).filter((file) => file.endsWith('.ts'));

/** A forbidden import planted in a file of its own. */
interface Planted {
  readonly file: string;
  readonly text: string;
  readonly rule: string;
}

const importing = (file: string, target: string, rule: string): Planted => ({
  file,
  text: `import '${relative(dirname(file), target).replace(/^(?!\.)/, './')}';\n`,
  rule,
});

/** The folder of a row, and a module the row does not let it import: the first there is. */
function forbiddenImport({ name, to }: Rule): Planted {
  const folder = name.slice('row:'.length);
  const target = sources.find((source) => !new RegExp(to.pathNot ?? '').test(source));
  if (target === undefined) throw new Error(`${name} forbids nothing`);
  return importing(join(folder, 'planted-by-row.ts'), target, name);
}

/** Imports that went unnoticed once, and kinds that a row does not speak of. */
const known: readonly Planted[] = [
  ...(
    [
      ['lib/functions/kill-switch', 'lib/stacks/vendor-stage.ts'],
      ['lib/operations/ledger', 'lib/constructs/acknowledge.ts'],
      ['lib/operations/keys', 'lib/stacks/vendor-stage.ts'],
      ['lib/operations/reinstatement', 'bin/lpo.ts'],
      ['lib/operations/offboarding', 'bin/lpo.ts'],
      ['lib/operations/recovery', 'lib/reports/thousands.ts'],
      ['lib/operations/aws', 'lib/stacks/vendor-stage.ts'],
      ['policies/proofs', 'policies/controls/index.ts'],
      ['policies/template', 'policies/proofs/prove-assembly.ts'],
      ['policies/pipeline', 'lib/constructs/acknowledge.ts'],
      ['policies/controls', 'lib/stacks/vendor-stage.ts'],
    ] as const
  ).map(([folder, target]) => importing(join(folder, 'planted.ts'), target, `row:${folder}`)),
  { file: 'lib/cellar/planted.ts', text: "import '../model/names.ts';\n", rule: 'no-row' },
  {
    file: 'lib/gates/planted-sdk.ts',
    text: "import '@aws-sdk/client-kms';\n",
    rule: 'only-adapters-call-aws',
  },
  {
    file: 'lib/gates/planted-files.ts',
    text: "import { readFileSync } from 'node:fs';\nreadFileSync('x');\n",
    rule: 'only-readers-touch-files',
  },
];

const planted = [...known, ...rows.map(forbiddenImport)];

/** What a cruise finds in a copy of the house with every planted file in it: one look shows both. */
function cruiseWithPlanted(): ReturnType<typeof cruise> {
  const copy = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    for (const folder of folders) cpSync(join(root, folder), join(copy, folder), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const { file, text } of planted) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), text);
    }
    return cruise(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const { violations, modules } = cruiseWithPlanted();

test('imports keep to the rows of the house', () => {
  const ofPlanted = new Set(planted.map(({ file }) => file));
  expect(violations.filter((one) => !ofPlanted.has(one.split(' ')[1] ?? ''))).toEqual([]);
  const seen = new Set(modules);
  expect(sources.filter((source) => !seen.has(source))).toEqual([]);
  expect(sources.length).toBeGreaterThan(700);
  expect(rows.length).toBeGreaterThan(40);
});

test('every row is about a folder that exists', () => {
  const empty = rows.filter(
    ({ from }) => !sources.some((source) => new RegExp(from.path ?? '').test(source)),
  );
  expect(empty.map(({ name }) => name)).toEqual([]);
});

describe('a planted import is refused', () => {
  test.each(planted)('$rule: $file', ({ file, rule }) => {
    expect(violations.filter((violation) => violation.startsWith(`${rule}: ${file} -> `))).not.toEqual([]);
  });
});

test('no test file is without a test', () => {
  const tests = files('test/*.test.ts');
  expect(tests.length).toBeGreaterThan(100);
  const empty = tests.filter(
    (file) => !/^[^*/]*\b(test|withSolver)\b/m.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(empty).toEqual([]);
});

test('no test file leaves the environment changed to the others of its worker', () => {
  const changing = files('test/*.ts')
    .filter((file) => !file.startsWith('test/support/'))
    .filter((file) =>
      /delete process\.env|process\.env\.\w+ *\??\??=[^=]/.test(readFileSync(join(root, file), 'utf8')),
    );
  // `setEnvironment` of test/support puts everything back.
  expect(changing.filter((file) => file !== 'test/architecture.test.ts')).toEqual([]);
});

test('no file is named after nothing', () => {
  const all = files(...folders, 'test', 'bench');
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter((file) => /(^|\/)(utils?|common|misc|helpers?)(\.|\/)/.test(file))).toEqual([]);
});
