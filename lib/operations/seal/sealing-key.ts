import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { requireText } from '../../files/require-bytes.ts';
import { readArn } from '../../model/arn.ts';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { kmsSigner } from '../aws/kms-signer.ts';
import { algorithmOf, type PublicKeyKind } from '../signing/public-key.ts';

/** Signer of seals: a key in a file, or one of KMS. */
export interface SealSigner {
  /** Hint for whoever looks for the public half: the ARN of the key, or the SHA-256 of that half. */
  readonly keyid: string;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

/** Public halves that a seal is checked against. */
export const sealKey: PublicKeyKind = {
  code: 'SEAL-PUBLIC-KEY',
  algorithms: ['ED25519', 'ECDSA_SHA_256', 'ECDSA_SHA_384'],
  expected: 'a public key in PEM: Ed25519, or on the curve P-256 or P-384',
  fix: 'write it with `openssl pkey -pubout`, or fetch it with `aws kms get-public-key`',
};

/**
 * The signer that `--key` names.
 *
 * @param key file with an Ed25519 key in PEM, or ARN of a KMS key that signs with ECDSA.
 * @throws UnusableInputError for any other key.
 */
export async function sealingKey(key: string, endpointUrl?: string): Promise<SealSigner> {
  if (!key.startsWith('arn:')) return localSigner(key);
  const arn = readArn(key);
  if (arn?.service !== 'kms' || !arn.region) throw refusal(key, 'an ARN of something else than a key of KMS');
  const { keyArn, sign } = await kmsSigner(arn.region, key, { endpointUrl });
  return { keyid: keyArn, sign };
}

/** Limits of a file with a key in PEM. */
export const keyLimits = { family: 'FILE', maxBytes: 65_536 } as const;

function localSigner(file: string): SealSigner {
  const key = privateKeyIn(requireText(file, keyLimits));
  if (key === undefined || algorithmOf(key) !== 'ED25519')
    throw refusal(file, key === undefined ? 'no private key without a passphrase' : 'a key of another kind');
  const publicHalf = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    keyid: createHash('sha256').update(publicHalf).digest('hex'),
    sign: async (message) => sign(null, message, key),
  };
}

function privateKeyIn(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

const refusal = (name: string, got: string): UnusableInputError =>
  new UnusableInputError([
    inputFinding({
      ...{ code: 'SEAL-KEY', where: { name }, got },
      expected: 'a file with an Ed25519 private key in PEM, or the ARN of a KMS key that signs',
      fix: 'make one with `openssl genpkey -algorithm ed25519`, or name the key of the ledger',
    }),
  ]);
