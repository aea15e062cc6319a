import { types } from 'node:util';
import { CommanderError } from 'commander';
import { asText } from '../../lib/model/as-text.ts';
import { count } from '../../lib/model/count.ts';
import { type Finding, inputFinding, UnusableInputError } from '../../lib/model/finding.ts';
import { visibleLine } from '../../lib/model/visible.ts';
import { tell } from './print.ts';

/**
 * Reports on standard error what went wrong, and returns the exit code: 2 for input that cannot be used, 3 for
 * what is neither input nor a file of the system's, which is a fault of this program.
 *
 * @param writes true for a command that would have written something; of others nobody asks.
 */
export function reportError(error: unknown, writes: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const failure = error instanceof UnusableInputError ? error : refusedBySystem(error);
  try {
    if (!failure) tell(faultOfOurs(error));
    else {
      const sum = count(failure.findings.length, 'finding');
      tell(`${failure.message}\n\n${sum}${writes ? nothingWritten(failure.findings) : ''}.\n`);
    }
  } catch {
    // Standard error takes nothing either; the exit code still says how it ended.
  }
  return failure ? 2 : 3;
}

/** The trace helps whoever corrects the program, and nobody else. */
function faultOfOurs(error: unknown): string {
  const what = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : asText(error);
  const asked = process.argv.includes('--debug');
  const trace = asked && error instanceof Error ? `${error.stack}\n` : '';
  return `This is a fault of lpo, not of your input: ${visibleLine(what)}. Report it with the command you ran${asked ? ' and this trace' : '; --debug adds the trace'}.\n${trace}`;
}

/** A call to AWS or the system may fail when some of the work is done; then nobody claims that none is. */
const nothingWritten = (problems: readonly Finding[]): string =>
  problems.some(({ code }) => /^(AWS|FILE-REFUSED)/.test(code)) ? '' : '; nothing was written';

/** Finding for what Node reports of a path: not there, a folder, no permission, no space. */
function refusedBySystem(error: unknown): UnusableInputError | undefined {
  if (!types.isNativeError(error)) return undefined;
  const { code, syscall, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const meaning = meanings[code ?? ''];
  if (meaning === undefined || syscall === undefined) {
    const told = fullBy(error.message);
    return told === undefined ? undefined : refusedPath('a folder written to', told);
  }
  const name = dest ?? path ?? (syscall === 'write' ? 'standard output' : 'a path given');
  return refusedPath(syscall === 'uv_cwd' ? 'the working folder' : name, `${code}: ${meaning}`);
}

/** The bundler is a program of its own, and tells of a full disk in words. */
const fullBy = (message: string): string | undefined =>
  /no space left on device|disk quota exceeded|: file too large/i.exec(message)?.[0].replace(/^: /, '');

const refusedPath = (name: string, got: string): UnusableInputError =>
  new UnusableInputError([
    inputFinding({
      code: 'FILE-REFUSED',
      where: { name },
      got,
      expected: 'a path that can be read, or written to where the command writes',
      fix: 'check the path, its permissions and the room there, then repeat the command',
    }),
  ]);

const meanings: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'a file system that takes no writes',
  EISDIR: 'a folder where a file is needed',
  ENOTDIR: 'a file where a folder is needed',
  EEXIST: 'something there already',
  ENOENT: 'nothing there',
  ENOSPC: 'no space left',
  EDQUOT: 'no space left for this user',
  EFBIG: 'no larger file allowed',
  EIO: 'the device answers with an error',
  EBUSY: 'in use, or the place of another file system',
  EXDEV: 'another file system',
  ELOOP: 'links that lead in a circle',
  ENAMETOOLONG: 'a name that is too long',
  ENXIO: 'nobody at the other end',
};
