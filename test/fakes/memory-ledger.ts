import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { CheckpointSigner } from '../../lib/operations/ledger/checkpoint.ts';
import type { LedgerStore } from '../../lib/operations/ledger/ledger-store.ts';

/** A ledger in memory, with the same promises as the stores in S3 and on disk. */
export class MemoryLedger implements LedgerStore {
  readonly kept: string[] = [];
  constructor(readonly name = 'luzon') {}
  async last(): Promise<string | undefined> {
    return this.kept.at(-1);
  }
  async get(seq: number): Promise<string | undefined> {
    return this.kept[seq];
  }
  async put(seq: number, line: string): Promise<boolean> {
    if (seq !== this.kept.length) return false;
    this.kept.push(line);
    return true;
  }
  async *lines(): AsyncIterable<string> {
    yield* this.kept;
  }
}

/** A checkpoint key pair; in real life KMS holds the private half. */
export function localSigner(namedCurve = 'P-384'): { signer: CheckpointSigner; publicKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
  const hash = namedCurve === 'P-384' ? 'sha384' : 'sha256';
  const signer: CheckpointSigner = {
    keyArn: 'arn:aws:kms:eu-west-2:100000000003:key/checkpoint',
    algorithm: namedCurve === 'P-384' ? 'ECDSA_SHA_384' : 'ECDSA_SHA_256',
    sign: async (message) => sign(hash, message, privateKey),
  };
  return { signer, publicKey };
}
