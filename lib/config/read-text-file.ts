import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { type Finding, inputFinding } from '../model/finding.ts';

const byteOrderMark = '\uFEFF';

export interface TextLimits {
  /** Size from which a file is refused, in bytes. */
  readonly maxBytes: number;
}

/**
 * Reads a UTF-8 text file that must lie inside `root`, following links only within it.
 * Returns the text, or the reason it cannot be used.
 */
export function readTextFile(root: string, file: string, limits: TextLimits): string | Finding {
  const problem = (code: string, got: string, expected: string, fix: string): Finding =>
    inputFinding({ code, where: { file }, got, expected, fix });
  try {
    const outside = relative(realpathSync(root), realpathSync(file)).split(sep)[0] === '..';
    if (outside)
      return problem(
        'CFG-SYMLINK',
        `a link to ${realpathSync(file)}`,
        'a file inside the configuration folder',
        'replace the link by the file itself',
      );
    const bytes = readWhole(file, limits.maxBytes);
    if (bytes === 'not-a-file')
      return problem('CFG-NOT-A-FILE', 'something that is not a file', 'a text file', 'remove or rename it');
    if (typeof bytes === 'number')
      return problem(
        'CFG-TOO-LARGE',
        `${bytes} bytes`,
        `at most ${limits.maxBytes} bytes`,
        'check that this is the file you meant; records belong here, documents do not',
      );
    return decode(bytes, problem);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    if (reason === 'ENOENT')
      return problem('CFG-NOT-FOUND', 'no such file', 'a readable file', 'create it, or mend the path');
    if (reason === undefined) throw error;
    return problem(
      'CFG-UNREADABLE',
      `the system answers ${reason}`,
      'a readable file',
      reason === 'ENOTDIR' ? 'name a folder: a part of this path is a file' : 'mend its permissions',
    );
  }
}

/** The bytes; or the size if it is over the limit. Non-blocking, so that a pipe cannot hang us. */
function readWhole(file: string, maxBytes: number): Buffer | number | 'not-a-file' {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
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

function decode(
  bytes: Buffer,
  problem: (code: string, got: string, expected: string, fix: string) => Finding,
): string | Finding {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return problem('CFG-ENCODING', 'bytes that are not UTF-8', 'UTF-8 text', 'save the file as UTF-8');
  }
  if (text.startsWith(byteOrderMark))
    return problem(
      'CFG-ENCODING',
      'a byte order mark',
      'UTF-8 without one',
      'save the file as UTF-8 without BOM',
    );
  return text;
}
