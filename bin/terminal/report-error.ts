import { types } from 'node:util';
import { CommanderError } from 'commander';
import { asText } from '../../lib/model/as-text.ts';
import { count } from '../../lib/model/count.ts';
import { type Finding, inputFinding, UnusableInputError } from '../../lib/model/finding.ts';

/**
 * Reports on standard error what went wrong, and returns the exit code: 2 for input that cannot be used, 3 for
 * what is neither input nor a file of the system's, which is a fault of this program.
 *
 * @param writes true for a command that would have written something; of others nobody asks.
 */
export function reportError(error: unknown, writes: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const failure = error instanceof UnusableInputError ? error : refusedBySystem(error);
  if (!failure) return faultOfOurs(error);
  const sum = count(failure.findings.length, 'finding');
  process.stderr.write(`${failure.message}\n\n${sum}${writes ? nothingWritten(failure.findings) : ''}.\n`);
  return 2;
}

/** The stack helps whoever mends the program, and nobody else. */
function faultOfOurs(error: unknown): number {
  const what = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : asText(error);
  process.stderr.write(
    `This is a fault of lpo, not of your input: ${what}. Report it with the command you ran and the output of the same command under LPO_DEBUG=1.\n`,
  );
  if (process.env.LPO_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : what}\n`);
  return 3;
}

/** A call to AWS or the system may fail when some of the work is done; then nobody claims that none is. */
const nothingWritten = (problems: readonly Finding[]): string =>
  problems.some(({ code }) => /^(AWS|FILE-REFUSED)/.test(code)) ? '' : '; nothing was written';

/** Finding for what Node reports of a path: not there, a folder, no permission, no space. */
function refusedBySystem(error: unknown): UnusableInputError | undefined {
  const { code, syscall, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const meaning = meanings[code ?? ''];
  if (!types.isNativeError(error) || meaning === undefined || syscall === undefined) return undefined;
  return new UnusableInputError([
    inputFinding({
      code: 'FILE-REFUSED',
      where: { name: dest ?? path ?? 'a path given' },
      got: `${code}: ${meaning}`,
      expected: 'a path that can be read, or written to where the command writes',
      fix: 'check the path and its permissions, then repeat the command',
    }),
  ]);
}

const meanings: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'a file system that takes no writes',
  EISDIR: 'a folder where a file is needed',
  ENOTDIR: 'a file where a folder is needed',
  EEXIST: 'a file where a folder is needed',
  ENOENT: 'nothing there',
  ENOSPC: 'no space left',
};
