import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { realTarget } from './real-target.ts';

/**
 * Finds out before the work, and not after it, that its result could not be written, or would replace what it is made
 * from. Leaves everything as it is.
 *
 * @param inputs files and folders that are read
 * @throws UnusableInputError for an input, or something in one; the system's error, which names the path
 */
export function refuseUnwritable(file: string, inputs: readonly string[] = []): void {
  if (file === '') throw refused(file, 'an empty name', 'the name of a file', 'name one');
  const target = realTarget(file);
  const input = inputs.find((one) => isIn(target, realTarget(one)) || isSame(file, one));
  if (input !== undefined)
    throw refused(file, `a file in what is read, ${input}`, 'a file elsewhere', 'name another file');
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw systemError('EISDIR', file);
  if (found) accessSync(file, constants.W_OK);
  if (found && !found.isFile()) return;
  const folder = nearestFolder(dirname(target));
  if (!statSync(folder).isDirectory()) throw systemError('ENOTDIR', folder);
  accessSync(folder, constants.W_OK | constants.X_OK);
}

const isIn = (path: string, folder: string): boolean => relative(folder, path).split(sep)[0] !== '..';

/** One file under two names, as hard links are. */
function isSame(file: string, other: string): boolean {
  const [one, two] = [file, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return one !== undefined && two !== undefined && one.dev === two.dev && one.ino === two.ino;
}

const nearestFolder = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));

const systemError = (code: string, path: string): Error =>
  Object.assign(new Error(path), { code, syscall: 'open', path });

const refused = (file: string, got: string, expected: string, fix: string): UnusableInputError =>
  new UnusableInputError([
    inputFinding({ code: 'CLI-OUTPUT', where: { name: file || 'command line' }, got, expected, fix }),
  ]);
