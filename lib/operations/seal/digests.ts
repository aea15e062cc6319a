import { join } from 'node:path';
import { z } from 'zod';
import { entriesOf } from '../../../policies/template/entries-of.ts';
import { sha256OfFile } from '../../../policies/template/sha256-of-file.ts';
import { readBytes } from '../../files/read-bytes.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';

/** Name of the manifest of digests, at the top of an assembly. */
export const digestsFile = 'digests.json';

/** Name of the seal beside it. */
export const sealFile = 'seal.json';

const format = 'closed-room/digests';

const digestsSchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(1),
  /** Day for which dates were evaluated, YYYY-MM-DD. */
  asOf: z.iso.date(),
  /** SHA-256 in hexadecimal of every file, by its path below the assembly; the manifest itself and the seal left out. */
  files: z.record(z.string().min(1), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** Digest of every file of an assembly as it was synthesized. */
export type Digests = z.infer<typeof digestsSchema>;

/** Text of the manifest of digests of an assembly: the same files give the same bytes. */
export const digestsText = (directory: string, asOf: string): string => {
  const files = Object.fromEntries(
    sealedEntries(directory)
      .filter(({ kind }) => kind === 'file')
      .map(({ path }) => [path, sha256OfFile(join(directory, path))]),
  );
  return `${canonicalJson({ format, version: 1, asOf, files } satisfies Digests)}\n`;
};

/** Entries of an assembly that its seal covers. */
export const sealedEntries = (directory: string) =>
  entriesOf(directory).filter(({ path }) => path !== digestsFile && path !== sealFile);

/** A manifest of digests, or what is wrong with its text. */
export function parseDigests(text: string): Digests | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'no JSON';
  }
  const parsed = digestsSchema.safeParse(value);
  if (!parsed.success) return z.prettifyError(parsed.error);
  return `${canonicalJson(value)}\n` === text
    ? parsed.data
    : 'another spelling than canonical JSON, RFC 8785';
}

/** Far above the digests of a hundred thousand files. */
const maxBytes = 20_000_000;

/** Bytes of the manifest of digests or of the seal of an assembly, or what is there instead; a link is not followed. */
export function readPart(directory: string, name: typeof digestsFile | typeof sealFile): Buffer | string {
  const limits = { family: 'SEAL', maxBytes, within: directory, links: 'refused' } as const;
  const bytes = readBytes(join(directory, name), limits);
  return Buffer.isBuffer(bytes) ? bytes : bytes.got;
}
