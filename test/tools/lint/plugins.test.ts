import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-plugins-'));
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  cpSync(join(root, 'tools/lint'), join(folder, 'tools/lint'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The linter of this project over one planted file. */
function lint(path: string, expression: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `export const planted = ${expression};\n`);
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { status, stderr } = spawnSync(process.execPath, [biome, 'check', '--vcs-enabled=false', path], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stderr };
}

test.each([
  'Date.now()',
  'new Date()',
  'Date()',
  'globalThis.Date.now()',
  'new globalThis.Date()',
  '[1].map(Date.now)',
])('%s in a gate is a lint error', (expression) => {
  const { status, stderr } = lint('lib/gates/planted.ts', expression);
  expect(stderr).toContain('lib/model/clock.ts is the only clock');
  expect(status).toBe(1);
});

test.each(['String(process.argv)', '[{}].map(String)'])(
  '%s of a value from outside is a lint error',
  (expression) => {
    const { status, stderr } = lint('policies/template/planted.ts', expression);
    expect(stderr).toContain('expected asText of lib/model/as-text.ts');
    expect(status).toBe(1);
  },
);

test.each([
  ['lib/gates/planted.ts', '(5).toString()'],
  ['lib/model/as-text.ts', 'String(process.argv)'],
  ['lib/gates/planted.ts', 'new Date(0)'],
  ['lib/gates/planted.ts', "Date.parse('2026-11-21')"],
  ['lib/model/clock.ts', 'new Date()'],
])('in %s, %s is none', (path, expression) => {
  const { status, stderr } = lint(path, expression);
  expect(stderr).toContain('Checked 1 file');
  expect(status).toBe(0);
});
