import { join } from 'node:path';
import type { Entry } from '../../../policies/template/entries-of.ts';
import { sha256OfFile } from '../../../policies/template/sha256-of-file.ts';
import type { FilePlace, Finding } from '../../model/finding.ts';
import { by } from '../../model/order.ts';
import { type Digests, sealedEntries } from './digests.ts';

/** Departures of an assembly from its manifest of digests: what is changed, missing, added or of another kind, by path. */
export function compareDigests(directory: string, { files }: Digests): Finding<FilePlace>[] {
  const entries = sealedEntries(directory);
  const there = new Set(entries.map(({ path }) => path));
  const missing = Object.keys(files)
    .filter((path) => !there.has(path))
    .map((path) => sealFinding('SEAL-MISSING', join(directory, path), 'nothing there', 'the file'));
  const others = entries.flatMap(({ path, kind }) => {
    const file = join(directory, path);
    const wanted = Object.hasOwn(files, path) ? files[path] : undefined;
    if (wanted === undefined) return [sealFinding('SEAL-ADDED', file, things[kind], 'nothing there')];
    if (kind !== 'file') return [sealFinding('SEAL-REPLACED', file, things[kind], 'the file')];
    const got = `SHA-256 ${sha256OfFile(file)}`;
    const expected = `SHA-256 ${wanted}`;
    return got === expected ? [] : [sealFinding('SEAL-CHANGED', file, got, expected)];
  });
  return [...missing, ...others].sort(by(({ where }) => where.file));
}

const things: Readonly<Record<Entry['kind'], string>> = {
  file: 'a file',
  'empty folder': 'an empty folder',
  link: 'a link',
  device: 'no file, folder or link',
};

/** A finding about an assembly that is not the one that was sealed. */
export const sealFinding = (
  code: string,
  file: string,
  got: string,
  expected: string,
): Finding<FilePlace> => ({
  ...{ code, severity: 'critical', source: 'Seal', where: { file }, got, expected },
  title: 'The assembly is not the one that was sealed',
  fix: 'deploy nothing of it; find out who changed it, then synthesize and seal again',
});
