import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { appendAfterHead, type Head } from './append-record.ts';
import { canonicalJson } from './canonical-json.ts';
import type { LedgerRecord } from './ledger-record.ts';
import type { LedgerStore } from './ledger-store.ts';
import { type RecordBody, recordBodies } from './record-bodies.ts';

export type SigningAlgorithm = RecordBody<'checkpoint'>['algorithm'];

/** Signs checkpoints: a KMS asymmetric key (`lib/operations/aws/kms-signer.ts`), whose private half nobody has. */
export interface CheckpointSigner {
  readonly keyArn: string;
  readonly algorithm: SigningAlgorithm;
  /** DER signature over the message. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

const algorithms = {
  prime256v1: { algorithm: 'ECDSA_SHA_256', hash: 'sha256' },
  secp384r1: { algorithm: 'ECDSA_SHA_384', hash: 'sha384' },
} as const;

/** Seals everything appended so far. @param at ISO 8601, UTC */
export function appendCheckpoint(
  store: LedgerStore,
  signer: CheckpointSigner,
  at: string,
): Promise<LedgerRecord> {
  return appendAfterHead(store, async (head) => {
    const { keyArn, algorithm } = signer;
    const signature = Buffer.from(await signer.sign(claim(head, at))).toString('base64');
    return { at, body: { algorithm, keyArn, signature }, ...head, type: 'checkpoint' };
  });
}

/** Claim a checkpoint signs: its own place, its time and, by the hash before it, everything it follows. */
const claim = ({ ledger, previous, seq }: Head, at: string): Uint8Array =>
  Buffer.from(canonicalJson({ at, ledger, previous, seq, type: 'checkpoint' }));

/** Fault of a checkpoint; undefined when its signature holds. */
export function checkpointFault(record: LedgerRecord, publicKey: KeyObject): string | undefined {
  const { success, data } = recordBodies.checkpoint.safeParse(record.body);
  if (!success) return 'a checkpoint without algorithm, key and signature';
  const known = algorithmOf(publicKey);
  if (data.algorithm !== known?.algorithm) return `${data.algorithm}, which is not the public key's`;
  const signature = Buffer.from(data.signature, 'base64');
  return verify(known.hash, claim(record, record.at), publicKey, signature)
    ? undefined
    : `a signature by ${data.keyArn} that does not hold`;
}

const algorithmOf = (key: KeyObject) =>
  algorithms[key.asymmetricKeyDetails?.namedCurve as keyof typeof algorithms];

/**
 * The public half of the checkpoint key.
 *
 * @param pem as `aws kms get-public-key` gives it, in PEM.
 * @throws UnusableInputError for anything else, a private key included.
 */
export function readPublicKey(pem: string, file: string): KeyObject {
  const key = pem.includes('PRIVATE KEY') ? undefined : parse(pem);
  if (key && algorithmOf(key)) return key;
  const got = pem.includes('PRIVATE KEY') ? 'a private key' : key ? 'a key of another kind' : 'no key';
  throw new UnusableInputError([
    inputFinding({
      code: 'LEDGER-PUBLIC-KEY',
      where: { file },
      got,
      expected: 'a public key in PEM, on the curve P-256 or P-384',
      fix: 'fetch it with `aws kms get-public-key` and convert it with openssl',
    }),
  ]);
}

function parse(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}
