import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { controls } from '../../policies/catalogue/catalogue.ts';

const root = resolve(import.meta.dirname, '../..');
const copied = [
  'bin',
  'lib',
  'policies',
  'tools',
  'config',
  'docs',
  'test/policies/controls',
  'test/support/jest',
];
const generated = ['docs', 'config/schema', 'policies', 'lib'];

let copy: string;
const at = (path: string): string => join(copy, path);
const read = (path: string): string => readFileSync(at(path), 'utf8');
const change = (path: string, edit: (text: string) => string): void =>
  writeFileSync(at(path), edit(read(path)));

function node(...argv: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: copy, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const fine = { status: 0, output: expect.anything() };

const texts = (): Record<string, string> =>
  Object.fromEntries(
    generated
      .flatMap((folder) => readdirSync(at(folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'one-file-'));
  for (const path of [...copied, 'package.json', 'tsconfig.json', 'jest.config.js'])
    cpSync(join(root, path), at(path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), at('node_modules'));
  // Types of the judge and of what tests it are enough here.
  change('tsconfig.json', (text) => text.replace(/"include": .*/, '"include": ["policies", "test"]'));
});

afterAll(() => rmSync(copy, { recursive: true }));

/** The control CONTRIBUTING shows, under the next free id of its family. */
function controlOfTheGuide(): string {
  const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const [, text = ''] = /```ts\n([\s\S]*?)```/.exec(guide) ?? [];
  const last = controls.filter(({ id }) => id.startsWith('LPO-NET-')).length;
  return text.replaceAll(/LPO-NET-\d\d/g, `LPO-NET-${String(last + 1).padStart(2, '0')}`);
}

test('files added, renamed and removed are all it takes, and one run of generate', () => {
  // Added: a control with its check, a statement.
  writeFileSync(at('policies/controls/network/interfaces-do-not-forward.ts'), controlOfTheGuide());
  const statements = 'policies/proofs/statements/';
  cpSync(at(`${statements}sessions-end.ts`), at(`${statements}sessions-do-end.ts`));
  change(`${statements}sessions-do-end.ts`, (text) => text.replace("'sessions-end'", "'sessions-do-end'"));
  // Added: the properties of a type that no check looks at.
  writeFileSync(
    at('policies/properties/foo-listed.ts'),
    read('policies/properties/cdk-metadata.ts').replace('AWS::CDK::Metadata', 'AWS::Foo::Listed'),
  );
  // Renamed: a check and a statement.
  const routes = 'policies/controls/network/isolated-network/';
  renameSync(at(`${routes}no-route-out.ts`), at(`${routes}routes-stay-inside.ts`));
  change(`${routes}routes-stay-inside.ts`, (text) => text.replace("'no-route-out'", "'routes-stay-inside'"));
  renameSync(at(`${statements}matters-are-walled.ts`), at(`${statements}walls-stand.ts`));
  change(`${statements}walls-stand.ts`, (text) => text.replace("'matters-are-walled'", "'walls-stand'"));
  // Removed: a control with its checks, and a statement.
  rmSync(at('policies/controls/incident/breach-clocks.ts'));
  rmSync(at('policies/controls/incident/breach-clocks'), { recursive: true });
  change('policies/catalogue/retired-ids.ts', (text) => text.replace('= []', "= ['LPO-INC-01']"));
  rmSync(at(`${statements}sessions-end.ts`));

  expect(node('--import', 'tsx', 'tools/generate.ts')).toEqual(fine);
  const known =
    "import { catalogueFacts } from './policies/catalogue/catalogue.ts'; const { judgedTypes: known } = catalogueFacts;";
  const asked = `${known} console.log(known.has('AWS::Foo::Listed'), known.has('AWS::Foo::Unlisted'));`;
  writeFileSync(at('asked.ts'), asked);
  expect(node('--import', 'tsx', 'asked.ts')).toEqual({ status: 0, output: 'true false\n' });

  const [catalogue, proofs] = [read('docs/controls.md'), read('docs/proofs.md')];
  for (const name of ['No interface forwards', 'interfaces-do-not-forward', 'routes-stay-inside'])
    expect(catalogue).toContain(name);
  for (const name of ['no-route-out', 'LPO-INC-01', 'breach-clock-runs'])
    expect(catalogue).not.toContain(name);
  for (const name of ['sessions-do-end', 'walls-stand']) expect(proofs).toContain(`\`${name}\``);
  for (const name of ['sessions-end', 'matters-are-walled']) expect(proofs).not.toContain(`\`${name}\``);

  const first = texts();
  expect(node('--import', 'tsx', 'tools/generate.ts')).toEqual(fine);
  expect(texts()).toEqual(first);
});

test('types, catalogue and examples of the changed copy are green', () => {
  expect(node('node_modules/typescript/bin/tsc', '--noEmit', '--singleThreaded')).toEqual(fine);
  const jest = node('node_modules/jest/bin/jest.js', '--runInBand', '--verbose', 'test/policies/controls');
  expect(jest).toEqual(fine);
  expect(jest.output).toMatch(/LPO-NET-\d\d\/interfaces-do-not-forward/);
});
