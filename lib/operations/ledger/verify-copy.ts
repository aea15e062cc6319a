import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { recordFiles } from '../files/directory-ledger-store.ts';
import { readPublicKey } from '../signing/public-key.ts';
import { checkpointKey } from './checkpoint.ts';
import { type LedgerVerdict, type VerifyOptions, verifyLedger } from './verify-ledger.ts';

/** Checks a copy of a ledger against the public half of the checkpoint key, in a PEM file. */
export function verifyCopy(copy: string, keyFile: string, options: VerifyOptions): Promise<LedgerVerdict> {
  requireFiles(copy, keyFile);
  const publicKey = readPublicKey(readFileSync(keyFile, 'utf8'), keyFile, checkpointKey);
  return verifyLedger(ledgerCopy(copy), publicKey, { ...options, file: copy });
}

/** Bytes of a copy of a ledger: a file with a record on each line, or a folder as `aws s3 sync` leaves it. */
async function* ledgerCopy(path: string): AsyncIterable<Uint8Array> {
  if (statSync(path).isDirectory()) for (const file of recordFiles(path)) yield readFileSync(file);
  else yield* createReadStream(path, { highWaterMark: 1 << 20 });
}

/** @throws UnusableInputError when the copy is not there, and when the key is not or is a folder */
function requireFiles(copy: string, key: string): void {
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const unusable = [copy, key].filter((path) => !existsSync(path) || (path === key && isFolder(path)));
  if (unusable.length === 0) return;
  throw new UnusableInputError(
    unusable.map((file) =>
      inputFinding({
        code: 'FILE-NOT-FOUND',
        where: { name: file },
        got: isFolder(file) ? 'a folder' : 'nothing there',
        expected: 'a file that can be read',
        fix: 'check the path',
      }),
    ),
  );
}
