import { createHash, type Hash } from 'node:crypto';
import { by } from '../../lib/model/order.ts';

/** The CDK reads in pieces of this size, and decides by the first whether a file is text. */
const pieceBytes = 8192;

/** A file below a folder. */
export interface NamedBytes {
  /** Path below the folder, with `/`; empty for the file itself. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Fingerprint that the CDK names an asset after: of a folder, or of one file. It asks no cache, and it takes no links.
 *
 * The CDK reads line ends of Windows in a text as those of Unix, and what is no UTF-8 in it as one and the same character: two
 * such texts have one fingerprint.
 * @see https://github.com/aws/aws-cdk/blob/v2.276.0/packages/aws-cdk-lib/core/lib/fs/fingerprint.ts
 */
export function contentFingerprint(files: readonly NamedBytes[]): string {
  const hash = createHash('sha256');
  field(hash, 'options.extra', '');
  field(hash, 'options.follow', 'external');
  // The CDK goes through a folder by name, and into each folder where its name stands.
  const ordered = [...files].sort(by(({ path }) => path.replaceAll('/', '\0')));
  for (const { path, bytes } of ordered) field(hash, `file:${path}`, fingerprintOf(Buffer.from(bytes)));
  return hash.digest('hex');
}

const field = (hash: Hash, name: string, value: string): void => {
  hash.update('\x01').update(name).update('\x02').update(value).update('\x03');
};

function fingerprintOf(bytes: Buffer): string {
  const hash = createHash('sha256');
  let size = 0;
  let isBinary = false;
  let held = '';
  const add = (piece: Buffer): void => {
    size += piece.length;
    hash.update(piece);
  };
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const piece = bytes.subarray(start, start + pieceBytes);
    if (size === 0) isBinary = piece.includes(0);
    if (isBinary) add(piece);
    else {
      const text = held + piece.toString();
      const mayContinue = piece.at(-1) === 0x0d;
      held = mayContinue ? text : '';
      if (!mayContinue) add(Buffer.from(text.replace(/\r\n/g, '\n')));
    }
  }
  if (held) hash.update(Buffer.from(held));
  return `${size}:${hash.digest('hex')}`;
}
