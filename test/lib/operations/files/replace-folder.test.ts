import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { replaceFolder } from '../../../../lib/operations/files/replace-folder.ts';

let above: string;
let place: string;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'lpo-replace-'));
  place = join(above, 'out');
  fill(place, 'old');
});
afterEach(() => rmSync(above, { recursive: true }));

function fill(folder: string, what: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ['manifest.json', 'cdk.out']) writeFileSync(join(folder, name), what);
}
const what = () => readFileSync(join(place, 'manifest.json'), 'utf8');

test('the new one stands in the place of the former, with its mode, and nothing beside it', () => {
  chmodSync(place, 0o750);
  replaceFolder(place, (folder) => fill(folder, 'new'));
  expect([what(), statSync(place).mode & 0o7777, readdirSync(above)]).toEqual(['new', 0o750, ['out']]);
});

test('where nothing was, it is made with the folders above it', () => {
  place = join(above, 'a', 'b');
  replaceFolder(place, (folder) => fill(folder, 'new'));
  expect(what()).toBe('new');
});

test('a build that fails leaves the former one whole', () => {
  const fail = () =>
    replaceFolder(place, (folder) => {
      fill(folder, 'new');
      throw new Error('half-way');
    });
  expect(fail).toThrow('half-way');
  expect([what(), readdirSync(above)]).toEqual(['old', ['out']]);
});

test('a run that is killed while it builds leaves the former one whole; the next run tidies up', () => {
  const module = pathToFileURL(
    join(import.meta.dirname, '../../../../lib/operations/files/replace-folder.ts'),
  );
  const program = join(above, 'killed.mts');
  writeFileSync(
    program,
    `import { mkdirSync } from 'node:fs';
     import { replaceFolder } from '${module.href}';
     replaceFolder(${JSON.stringify(place)}, (folder) => {
       mkdirSync(folder);
       process.kill(process.pid, 'SIGKILL');
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
     });`,
  );
  const { signal } = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), program]);
  rmSync(program);
  expect([signal, what()]).toEqual(['SIGKILL', 'old']);
  expect(readdirSync(above)).toEqual(['out', expect.stringMatching(/^out\.\d+\.building$/)]);
  replaceFolder(place, (folder) => fill(folder, 'new'));
  expect([what(), readdirSync(above)]).toEqual(['new', ['out']]);
});

test('a former one that a killed run had moved away comes back', () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  fill(join(above, `out.${gone}.former`), 'former');
  rmSync(place, { recursive: true });
  expect(() =>
    replaceFolder(place, () => {
      throw new Error('stopped');
    }),
  ).toThrow('stopped');
  expect([what(), readdirSync(above)]).toEqual(['former', ['out']]);
});

test('a folder that a running process builds is let alone', () => {
  const other = join(above, `out.${process.ppid}.building`);
  fill(other, 'other');
  replaceFolder(place, (folder) => fill(folder, 'new'));
  expect(readdirSync(above).sort()).toEqual(['out', `out.${process.ppid}.building`]);
});

test('a link, and a folder with anything else in it, are refused and kept', () => {
  const link = join(above, 'link');
  symlinkSync(place, link);
  const never = () => fill('never', 'new');
  expect(() => replaceFolder(link, never)).toThrow('CLI-OUTPUT');
  writeFileSync(join(place, 'thesis.md'), '');
  expect(() => replaceFolder(place, never)).toThrow('a folder with thesis.md in it');
  expect([what(), readdirSync(above).sort()]).toEqual(['old', ['link', 'out']]);
});
