import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseForeignFolder } from '../../../../lib/operations/files/refuse-foreign-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lpo-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const put = (...names: string[]) => {
  for (const name of names) writeFileSync(join(folder, name), '');
};

test('nothing there, an empty folder, an assembly and one that died half-way are taken', () => {
  refuseForeignFolder(join(folder, 'new'));
  refuseForeignFolder(folder);
  mkdirSync(join(folder, 'asset.0f'));
  mkdirSync(join(folder, 'assembly-luzon'));
  refuseForeignFolder(folder);
  put('manifest.json', 'cdk.out', 'validation-report.json');
  refuseForeignFolder(folder);
});

test('a file and a folder with anything else are refused, before anything is removed', () => {
  put('thesis.md', 'manifest.json');
  expect(() => refuseForeignFolder(folder)).toThrow(/CLI-OUTPUT[\s\S]*a folder with (thesis|manifest)/);
  expect(() => refuseForeignFolder(join(folder, 'thesis.md'))).toThrow(/not a folder/);
});
