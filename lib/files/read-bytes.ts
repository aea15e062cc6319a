import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Finding, inputFinding } from '../model/finding.ts';

/** Conditions on a file before it is read. */
export interface FileLimits {
  /** First part of the codes of findings: `CFG`, `ASM`. */
  readonly family: string;
  /** Size from which it is refused, in bytes. */
  readonly maxBytes: number;
  /** Folder that it must lie in by its real path. @default - anywhere; who names a link means what it leads to */
  readonly within?: string;
  /** Meaning of links inside `within`; where they are refused, none is followed. @default 'followed' */
  readonly links?: 'followed' | 'refused';
}

/**
 * Bytes of a regular file, or the reason it cannot be used. Every file that somebody else may have written is read
 * here: first what it is and how large, then its bytes.
 *
 * @throws what is no answer of the system
 */
export function readBytes(file: string, limits: FileLimits): Buffer | Finding {
  const problem = (code: string, got: string, expected: string, fix: string): Finding =>
    inputFinding({ code: `${limits.family}-${code}`, where: { file }, got, expected, fix });
  try {
    const real = realpathSync(file);
    if (limits.within !== undefined && leadsAway(file, real, limits.within, limits.links))
      return problem(
        'SYMLINK',
        `a link to ${real}`,
        `a file inside ${limits.within}`,
        'replace the link by the file itself',
      );
    const bytes = readWhole(real, limits.maxBytes);
    if (bytes === 'not-a-file')
      return problem('NOT-A-FILE', 'something that is not a file', 'a file', 'remove or rename it');
    if (typeof bytes === 'number')
      return problem(
        'TOO-LARGE',
        `${bytes} bytes`,
        `at most ${limits.maxBytes} bytes`,
        'check that this is the file you meant',
      );
    return bytes;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    if (reason === 'ENOENT')
      return problem('NOT-FOUND', 'no such file', 'a readable file', 'create it, or correct the path');
    if (reason === undefined) throw error;
    return problem(
      'UNREADABLE',
      `the system answers ${reason}`,
      'a readable file',
      reason === 'ENOTDIR' ? 'name a folder: a part of this path is a file' : 'correct its permissions',
    );
  }
}

function leadsAway(file: string, real: string, within: string, links: FileLimits['links']): boolean {
  const root = realpathSync(within);
  if (relative(root, real).split(sep)[0] === '..') return true;
  return links === 'refused' && join(root, relative(within, file)) !== real;
}

/** The bytes; or the size if it is over the limit. Non-blocking, so that a pipe cannot hang us. */
function readWhole(file: string, maxBytes: number): Buffer | number | 'not-a-file' {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return 'not-a-file';
    if (status.size > maxBytes) return status.size;
    const buffer = Buffer.alloc(status.size);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, status.size, 0));
  } finally {
    closeSync(descriptor);
  }
}
