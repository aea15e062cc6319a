import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { linksOf, realTarget } from './real-target.ts';

/**
 * Writes a file whole or not at all: beside its place, then over it, with the mode and the owner it had. A link is
 * written through; what is no regular file, such as a pipe or a device, is written into and never replaced.
 */
export function writeWhole(file: string, content: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (isStream(file, found)) writeInto(file, constants.O_APPEND, content);
  else if (found && found.nlink > 1) writeInto(file, 0, content);
  else replace(realTarget(file), content, found);
}

/** True for what has no content of its own to keep: devices and pipes, and a descriptor by its name. */
const isStream = (file: string, found: Stats | undefined): boolean =>
  found !== undefined &&
  (!found.isFile() || linksOf(file).some((path) => /^\/(proc|dev)\/(?!shm\/)/.test(path)));

function replace(target: string, content: string, before: Stats | undefined): void {
  mkdirSync(dirname(target), { recursive: true });
  const beside = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  const descriptor = openSync(beside, 'wx');
  try {
    let isOurs = true;
    try {
      if (before) isOurs = keepOwnerAndMode(descriptor, before);
      if (isOurs) writeFileSync(descriptor, content);
    } finally {
      closeSync(descriptor);
    }
    if (isOurs) renameSync(beside, target);
    else writeInto(target, 0, content);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** False where the file belongs to somebody else, to whom a new one cannot be given. */
function keepOwnerAndMode(descriptor: number, before: Stats): boolean {
  const { uid, gid } = fstatSync(descriptor);
  try {
    if (uid !== before.uid || gid !== before.gid) fchownSync(descriptor, before.uid, before.gid);
    fchmodSync(descriptor, before.mode & 0o7777);
    return true;
  } catch {
    return false;
  }
}

/** Writes into what is there. */
function writeInto(file: string, flags: number, content: string): void {
  const descriptor = openSync(file, constants.O_WRONLY | flags);
  try {
    writeFileSync(descriptor, content);
    if (flags === 0) ftruncateSync(descriptor, Buffer.byteLength(content));
  } finally {
    closeSync(descriptor);
  }
}
