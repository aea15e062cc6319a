import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { requireText } from '../files/require-bytes.ts';
import { asText } from '../model/as-text.ts';
import { type Finding, inputFinding, UnusableInputError } from '../model/finding.ts';

/** Hexadecimal digits of a key: 32 bytes. */
const keyDigits = /^[0-9a-f]{64}$/;

/**
 * Reads the key under which party names become tokens.
 *
 * @param file path outside `repository`, readable by its owner alone
 * @throws UnusableInputError when the file lies inside the repository, others can read it, or it holds no key
 */
export function readPartyKey(file: string, repository: string): Uint8Array {
  refuseInside(file, repository);
  const text = requireText(file, { family: 'CFG', maxBytes: 4096, within: resolve(file, '..') });
  if ((statSync(file).mode & 0o077) !== 0)
    throw unusableKey(file, 'a file that others can read', 'a file for its owner alone', `chmod 600 ${file}`);
  if (!keyDigits.test(text.trim()))
    throw unusableKey(
      file,
      'something else than a key',
      '64 hexadecimal digits',
      'make one with lpo parties key',
    );
  return Buffer.from(text.trim(), 'hex');
}

/** Writes a new key; never over an existing file and never inside the repository. */
export function writePartyKey(file: string, repository: string, key: Uint8Array): void {
  refuseInside(file, repository);
  try {
    writeFileSync(file, `${Buffer.from(key).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
    chmodSync(file, 0o600);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? asText(error);
    throw unusableKey(file, `the system answers ${reason}`, 'a new file', 'choose another path');
  }
}

function refuseInside(file: string, repository: string): void {
  const away = relative(resolve(repository), resolve(file)).split(sep)[0];
  if (away === '..') return;
  throw unusableKey(
    file,
    'a path inside the repository',
    'a path outside it: whoever has key and register can test names',
    'keep the key in a secret store or in your home folder',
  );
}

const unusableKey = (file: string, got: string, expected: string, fix: string): UnusableInputError => {
  const problem: Finding = inputFinding({ code: 'KEY-FILE', where: { file }, got, expected, fix });
  return new UnusableInputError([problem]);
};
