import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';

/** Algorithms that are understood, named as KMS names them. */
export type SigningAlgorithm = 'ECDSA_SHA_256' | 'ECDSA_SHA_384' | 'ED25519';

const algorithms: Readonly<Record<string, { algorithm: SigningAlgorithm; hash: string | null }>> = {
  prime256v1: { algorithm: 'ECDSA_SHA_256', hash: 'sha256' },
  secp384r1: { algorithm: 'ECDSA_SHA_384', hash: 'sha384' },
  ed25519: { algorithm: 'ED25519', hash: null },
};

const known = (key: KeyObject) =>
  algorithms[key.asymmetricKeyDetails?.namedCurve ?? key.asymmetricKeyType ?? ''];

/** Algorithm that a key signs with; undefined for a key of another kind. */
export const algorithmOf = (key: KeyObject): SigningAlgorithm | undefined => known(key)?.algorithm;

/** True where a signature of that key is over that message. */
export function signatureHolds(message: Uint8Array, signature: Uint8Array, publicKey: KeyObject): boolean {
  const kind = known(publicKey);
  return kind !== undefined && verify(kind.hash, message, publicKey, signature);
}

/** Kinds of keys that a reader takes, and what it says of others. */
export interface PublicKeyKind {
  readonly code: string;
  readonly algorithms: readonly SigningAlgorithm[];
  readonly expected: string;
  readonly fix: string;
}

/**
 * A public key.
 *
 * @param pem as `aws kms get-public-key` or `openssl pkey -pubout` gives it, in PEM.
 * @throws UnusableInputError for anything else, a private key included.
 */
export function readPublicKey(pem: string, file: string, kind: PublicKeyKind): KeyObject {
  const isPrivate = pem.includes('PRIVATE KEY');
  const key = isPrivate ? undefined : parse(pem);
  const algorithm = key && algorithmOf(key);
  if (key && algorithm && kind.algorithms.includes(algorithm)) return key;
  const { code, expected, fix } = kind;
  const got = isPrivate ? 'a private key' : key ? 'a key of another kind' : 'no key';
  throw new UnusableInputError([inputFinding({ code, where: { file }, got, expected, fix })]);
}

function parse(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}
