import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembly } from '../../policies/template/assembly.ts';
import { readAssembly } from '../../policies/template/read-assembly.ts';
import { sharedFolder } from './jest/shared-folder.ts';

/** The day on which the shipped examples' records are judged. */
export const asOf = '2026-11-21';

/** The shipped examples as they are, or some of their vendors, read back as a reviewer would. */
export const exampleAssembly = (...only: string[]): Assembly => readAssembly(exampleFolder(...only));

/** The folder of that assembly. All tests of a run share it: read it, do not write into it. */
export function exampleFolder(...only: string[]): string {
  const folder = join(sharedFolder('assemblies'), ['examples', ...only].join('-'));
  for (let waited = 0; !existsSync(folder); waited += 1) {
    if (begin(`${folder}.lock`)) synthesize(folder, only);
    else if (waited > 1000) throw new Error(`${folder}: got no assembly from another test, expected one`);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  return folder;
}

/** Whether it is for this process to make what the lock stands for. */
function begin(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function synthesize(folder: string, only: readonly string[]): void {
  try {
    if (existsSync(folder)) return;
    const script = join(import.meta.dirname, 'jest/synthesize-examples.ts');
    const argv = ['--import', 'tsx', script, `${folder}.new`, asOf, ...only];
    const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    renameSync(`${folder}.new`, folder);
  } finally {
    rmdirSync(`${folder}.lock`);
  }
}
