import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Assembly } from '../../policies/template/assembly.ts';
import { readAssembly } from '../../policies/template/read-assembly.ts';
import { sharedFolder } from './jest/shared-folder.ts';

/** The day on which the shipped examples' records are judged. */
export const asOf = '2026-11-21';

/** The shipped examples as they are, or some of their vendors, read back as a reviewer would. */
export const exampleAssembly = (...only: string[]): Assembly => readAssembly(exampleFolder(...only));

/** The folder of that assembly. All tests of a run share it: read it, do not write into it. */
export const exampleFolder = (...only: string[]): string =>
  only.length === 0
    ? once('examples', synthesize)
    : once(['examples', ...only].join('-'), (folder) => take(exampleFolder(), only, folder));

/** A folder that the first to ask makes, and everybody else waits for. */
function once(name: string, make: (folder: string) => void): string {
  const folder = join(sharedFolder('assemblies'), name);
  for (let waited = 0; !existsSync(folder); waited += 1) {
    if (begin(`${folder}.lock`)) {
      try {
        if (existsSync(folder)) continue;
        make(`${folder}.new`);
        renameSync(`${folder}.new`, folder);
      } finally {
        rmdirSync(`${folder}.lock`);
      }
    } else if (waited > 1000) throw new Error(`${folder}: got no assembly from another test, expected one`);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  return folder;
}

/** Whether it is for this thread to make what the lock stands for. */
function begin(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function synthesize(folder: string): void {
  const script = join(import.meta.dirname, 'jest/synthesize-examples.ts');
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, folder, asOf], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

/** The assembly of some vendors alone: that it is the same bytes as among others is held by build-app.test.ts. */
function take(from: string, vendors: readonly string[], folder: string): void {
  const isOthers = (name: string) =>
    name.startsWith('assembly-') && !['organization', ...vendors].includes(name.replace('assembly-', ''));
  const named = uploads(from, isOthers);
  const isKept = (name: string) => !isOthers(name) && (!name.startsWith('asset.') || named.includes(name));
  cpSync(from, folder, { recursive: true, filter: (source) => isKept(basename(source)) });
  const manifest = JSON.parse(readFileSync(join(from, 'manifest.json'), 'utf8'));
  for (const name of Object.keys(manifest.artifacts)) if (isOthers(name)) delete manifest.artifacts[name];
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

/** Everything that the asset manifests of the others upload, as one text. */
const uploads = (from: string, isOthers: (name: string) => boolean): string =>
  readdirSync(from)
    .filter((name) => name.startsWith('assembly-') && !isOthers(name))
    .flatMap((name) => readdirSync(join(from, name)).map((file) => join(from, name, file)))
    .filter((file) => file.endsWith('.assets.json'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
