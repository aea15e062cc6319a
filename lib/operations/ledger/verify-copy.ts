import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readBytes } from '../../files/read-bytes.ts';
import { requireText } from '../../files/require-bytes.ts';
import { type FilePlace, type Finding, inputFinding, UnusableInputError } from '../../model/finding.ts';
import { recordFiles } from '../files/directory-ledger-store.ts';
import { readPublicKey } from '../signing/public-key.ts';
import { checkpointKey } from './checkpoint.ts';
import { type LedgerVerdict, type VerifyOptions, verifyLedger } from './verify-ledger.ts';

/** Far above a record, whose body has a bound of its own. */
const maxRecordBytes = 10_000_000;

/** Checks a copy of a ledger against the public half of the checkpoint key, in a PEM file. */
export async function verifyCopy(
  copy: string,
  keyFile: string,
  options: VerifyOptions,
): Promise<LedgerVerdict> {
  requireFiles(copy, keyFile);
  const publicKey = readPublicKey(
    requireText(keyFile, { family: 'FILE', maxBytes: 65_536 }),
    keyFile,
    checkpointKey,
  );
  const records = isFolder(copy) ? readRecords(copy) : { chunks: createStream(copy), findings: [] };
  const verdict = await verifyLedger(records.chunks, publicKey, { ...options, file: copy });
  return { ...verdict, findings: [...records.findings, ...verdict.findings] };
}

const createStream = (file: string): AsyncIterable<Uint8Array> =>
  createReadStream(file, { highWaterMark: 1 << 20 });

/** Records of a folder as `aws s3 sync` leaves it; a file of it that holds none is a finding, wherever it stands. */
function readRecords(folder: string): {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly findings: readonly Finding<FilePlace>[];
} {
  const findings: Finding<FilePlace>[] = [];
  const find = (file: string, got: string, expected: string, fix: string): void => {
    findings.push({
      ...{ code: 'LEDGER-NO-RECORD', severity: 'high', source: 'Ledger', where: { file } },
      ...{ got, expected, fix },
    });
  };
  const files = recordFiles(folder);
  const below =
    files.length > 0 ? [] : readdirSync(folder).filter((name) => holdsRecords(join(folder, name)));
  for (const name of below)
    find(join(folder, name), 'a ledger below the folder given', 'the folder of a ledger', 'name this folder');
  async function* chunks(): AsyncIterable<Uint8Array> {
    for (const file of files) {
      const bytes = readBytes(file, {
        ...{ family: 'LEDGER', maxBytes: maxRecordBytes, within: folder, links: 'refused' },
      } as const);
      const fix = 'compare with another copy, and find out who changed this one';
      if (!Buffer.isBuffer(bytes)) find(file, bytes.got, bytes.expected, fix);
      else if (bytes.length === 0) find(file, 'an empty file', 'a record of this ledger', fix);
      else yield bytes;
    }
  }
  return { chunks: chunks(), findings };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const holdsRecords = (path: string): boolean => isFolder(path) && recordFiles(path).length > 0;

/** @throws UnusableInputError when the copy is no file and no folder, and when the key is no file */
function requireFiles(copy: string, key: string): void {
  const kind = (path: string): string => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return 'nothing there';
    return found.isFile() ? 'a file' : found.isDirectory() ? 'a folder' : 'no regular file';
  };
  const unusable = [
    ...(['a file', 'a folder'].includes(kind(copy)) ? [] : [copy]),
    ...(kind(key) === 'a file' ? [] : [key]),
  ];
  if (unusable.length === 0) return;
  throw new UnusableInputError(
    unusable.map((file) =>
      inputFinding({
        code: 'FILE-NOT-FOUND',
        where: { name: file },
        got: kind(file),
        expected: 'a file that can be read',
        fix: 'check the path',
      }),
    ),
  );
}
