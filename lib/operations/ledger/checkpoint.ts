import type { KeyObject } from 'node:crypto';
import { algorithmOf, type PublicKeyKind, signatureHolds } from '../signing/public-key.ts';
import { appendAfterHead, type Head } from './append-record.ts';
import { canonicalJson } from './canonical-json.ts';
import type { LedgerRecord } from './ledger-record.ts';
import type { LedgerStore } from './ledger-store.ts';
import { type RecordBody, recordBodies } from './record-bodies.ts';

export type CheckpointAlgorithm = RecordBody<'checkpoint'>['algorithm'];

/** Signs checkpoints: a KMS asymmetric key (`lib/operations/aws/kms-signer.ts`), whose private half nobody has. */
export interface CheckpointSigner {
  readonly keyArn: string;
  readonly algorithm: CheckpointAlgorithm;
  /** DER signature over the message. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

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
  if (data.algorithm !== algorithmOf(publicKey)) return `${data.algorithm}, which is not the public key's`;
  const signature = Buffer.from(data.signature, 'base64');
  return signatureHolds(claim(record, record.at), signature, publicKey)
    ? undefined
    : `a signature by ${data.keyArn} that does not hold`;
}

/** The public half of the checkpoint key: KMS holds the other. */
export const checkpointKey: PublicKeyKind = {
  code: 'LEDGER-PUBLIC-KEY',
  algorithms: ['ECDSA_SHA_256', 'ECDSA_SHA_384'],
  expected: 'a public key in PEM, on the curve P-256 or P-384',
  fix: 'fetch it with `aws kms get-public-key` and convert it with openssl',
};
