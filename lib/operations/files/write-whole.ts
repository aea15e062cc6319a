import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file whole or not at all. */
export function writeWhole(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/**
 * Finds out before the work, and not after it, that its result could not be written.
 *
 * @throws the system's error, which names the path
 */
export function refuseUnwritable(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw Object.assign(new Error(file), { code: 'EISDIR', syscall: 'open', path: file });
  mkdirSync(dirname(file), { recursive: true });
  const isNew = !existsSync(file);
  closeSync(openSync(file, 'a'));
  if (isNew) rmSync(file);
}
