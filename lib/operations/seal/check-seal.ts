import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { requireText } from '../../files/require-bytes.ts';
import { type FilePlace, type Finding, inputFinding, UnusableInputError } from '../../model/finding.ts';
import { readPublicKey, signatureHolds } from '../signing/public-key.ts';
import { compareDigests, sealFinding } from './compare-digests.ts';
import { digestsFile, parseDigests, readPart, sealFile } from './digests.ts';
import { type Envelope, parseEnvelope, signedBytes } from './envelope.ts';
import { keyLimits, sealKey } from './sealing-key.ts';
import { isAbout, statementType } from './statement.ts';

/** Verdict on the seal of an assembly. */
export interface SealVerdict {
  /** Files that the seal covers. */
  readonly files: number;
  /** Departures from what was sealed; none where the assembly is that to the byte. */
  readonly findings: readonly Finding<FilePlace>[];
}

/**
 * Compares an assembly with what was sealed. No template is read: nothing of an assembly that was changed is.
 *
 * @param keyFile public half of the key that seals, in PEM.
 * @throws UnusableInputError for an unusable key, and for an assembly without a seal.
 */
export function checkSeal(directory: string, keyFile: string): SealVerdict {
  const key = readPublicKey(requireText(keyFile, keyLimits), keyFile, sealKey);
  const file = join(directory, sealFile);
  const seal = readPart(directory, sealFile);
  const envelope = typeof seal === 'string' ? undefined : parseEnvelope(seal.toString('utf8'));
  if (envelope === undefined)
    throw new UnusableInputError([
      inputFinding({
        ...{ code: 'SEAL-NONE', where: { file }, got: typeof seal === 'string' ? seal : 'no envelope' },
        expected: 'the seal of the assembly, a DSSE envelope',
        fix: 'seal the assembly with `lpo seal` where it was synthesized',
      }),
    ]);
  const broken = (code: string, at: string, got: string, expected: string): SealVerdict => ({
    files: 0,
    findings: [sealFinding(code, at, got, expected)],
  });
  const payload = Buffer.from(envelope.payload, 'base64');
  if (!isSignedBy(envelope, payload, key))
    return broken('SEAL-SIGNATURE', file, 'no signature that holds', `a signature of the key in ${keyFile}`);
  const at = join(directory, digestsFile);
  const bytes = readPart(directory, digestsFile);
  if (typeof bytes === 'string') return broken('SEAL-MISSING', at, bytes, 'the digests that were sealed');
  if (envelope.payloadType !== statementType || !isAbout(payload, bytes))
    return broken('SEAL-DIGESTS', at, 'digests that the seal is not about', 'those that were sealed');
  const digests = parseDigests(bytes.toString('utf8'));
  if (typeof digests === 'string') return broken('SEAL-DIGESTS', at, digests, 'what `lpo synth` wrote');
  return { files: Object.keys(digests.files).length, findings: compareDigests(directory, digests) };
}

const isSignedBy = ({ payloadType, signatures }: Envelope, payload: Uint8Array, key: KeyObject): boolean =>
  signatures.some(({ sig }) =>
    signatureHolds(signedBytes(payloadType, payload), Buffer.from(sig, 'base64'), key),
  );
