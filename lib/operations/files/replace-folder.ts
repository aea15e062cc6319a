import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { refuseForeignFolder } from './refuse-foreign-folder.ts';

/** Others may put theirs there at the same moment; each round somebody succeeds. */
const attempts = 20;

/**
 * Puts a new folder in the place of what synthesis wrote there before: built beside it and renamed once it is whole, so
 * that a run that is refused, fails or is killed leaves the former one.
 *
 * @param build writes into the folder it is given, which is not there yet.
 * @throws UnusableInputError for a place that holds something else
 */
export function replaceFolder(output: string, build: (folder: string) => void): void {
  refuseForeignFolder(output);
  const place = resolve(output);
  mkdirSync(dirname(place), { recursive: true });
  tidyAfterKilled(place);
  const [beside, former] = [`${place}.${process.pid}.building`, `${place}.${process.pid}.former`];
  try {
    build(beside);
    const before = statSync(place, { throwIfNoEntry: false });
    if (before) chmodSync(beside, before.mode & 0o7777);
    putInPlace(beside, place, former);
    rmSync(former, { recursive: true, force: true });
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function putInPlace(beside: string, place: string, former: string): void {
  for (let attempt = 1; ; attempt++) {
    const had = moved(place, former);
    try {
      renameSync(beside, place);
      return;
    } catch (error) {
      if (had) moved(former, place);
      const { code = '' } = error as NodeJS.ErrnoException;
      if (attempt === attempts || !/^(ENOTEMPTY|EEXIST)$/.test(code)) throw error;
    }
    rmSync(former, { recursive: true, force: true });
  }
}

/** True when the folder was there and is now at the other place. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (/^(ENOENT|ENOTEMPTY|EEXIST)$/.test((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** Order after a run that was killed: half a folder goes, a former one that is nowhere else comes back. */
function tidyAfterKilled(place: string): void {
  for (const name of readdirSync(dirname(place))) {
    if (!name.startsWith(`${basename(place)}.`)) continue;
    const [, pid, what] = /^\.(\d+)\.(building|former)$/.exec(name.slice(basename(place).length)) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const left = join(dirname(place), name);
    if (what === 'former' && statSync(place, { throwIfNoEntry: false }) === undefined)
      renameSync(left, place);
    else rmSync(left, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
