import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { digestsFile } from './digests.ts';

/** Media type of what a seal signs. */
export const statementType = 'application/vnd.in-toto+json';

const predicateType = 'urn:closed-room:sealed-assembly:1';

/**
 * An in-toto statement about the manifest of digests. The manifest itself would be too long: KMS signs at most 4,096 bytes that
 * it hashes itself, and the ledger's key signs nothing else.
 * @see https://github.com/in-toto/attestation/blob/v1.0/spec/v1.0/statement.md
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
 */
const statementSchema = z.strictObject({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  subject: z.tuple([
    z.strictObject({
      name: z.literal(digestsFile),
      digest: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    }),
  ]),
  predicateType: z.literal(predicateType),
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The statement that seals a manifest of digests. */
export const statementAbout = (digests: Uint8Array): Buffer =>
  Buffer.from(
    canonicalJson({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: digestsFile, digest: { sha256: sha256(digests) } }],
      predicateType,
    } satisfies z.infer<typeof statementSchema>),
  );

/** SHA-256 of the manifest of digests that a statement seals; undefined for any other statement. */
function sealedDigest(payload: Uint8Array): string | undefined {
  try {
    const parsed = statementSchema.safeParse(JSON.parse(Buffer.from(payload).toString('utf8')));
    return parsed.data?.subject[0].digest.sha256;
  } catch {
    return undefined;
  }
}

/** True where a statement is about these bytes of a manifest. */
export const isAbout = (payload: Uint8Array, digests: Uint8Array): boolean =>
  sealedDigest(payload) === sha256(digests);
