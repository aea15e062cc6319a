import { join } from 'node:path';
import { type Finding, inputFinding, UnusableInputError } from '../../model/finding.ts';
import { writeWhole } from '../files/write-whole.ts';
import { compareDigests, sealFinding } from './compare-digests.ts';
import { digestsFile, parseDigests, readPart, sealFile } from './digests.ts';
import { envelopeText, signedBytes } from './envelope.ts';
import { sealingKey } from './sealing-key.ts';
import { statementAbout, statementType } from './statement.ts';

/** Result of sealing: what was sealed, or why nothing was. */
export interface Sealed {
  readonly files: number;
  /** Hint of the key that signed. */
  readonly keyid: string;
  /** Departures from what was synthesized; nothing is sealed then. */
  readonly findings: readonly Finding[];
}

/**
 * Seals an assembly that `lpo synth` wrote, as long as it is what was written.
 *
 * @param key file with an Ed25519 private key in PEM, or ARN of a KMS key.
 * @throws UnusableInputError for an unusable key, and for a folder without a manifest of digests.
 */
export async function sealAssembly(directory: string, key: string, endpointUrl?: string): Promise<Sealed> {
  const file = join(directory, digestsFile);
  const bytes = readPart(directory, digestsFile);
  if (typeof bytes === 'string')
    throw new UnusableInputError([
      inputFinding({
        ...{ code: 'SEAL-NO-DIGESTS', where: { file }, got: bytes, expected: 'the manifest of digests' },
        fix: 'synthesize with `lpo synth`',
      }),
    ]);
  const digests = parseDigests(bytes.toString('utf8'));
  const findings =
    typeof digests === 'string'
      ? [sealFinding('SEAL-DIGESTS', file, digests, 'what `lpo synth` wrote')]
      : compareDigests(directory, digests);
  const { keyid, sign } = await sealingKey(key, endpointUrl);
  const files = typeof digests === 'string' ? 0 : Object.keys(digests.files).length;
  if (findings.length > 0) return { files, keyid, findings };
  const statement = statementAbout(bytes);
  const sig = await sign(signedBytes(statementType, statement));
  writeWhole(join(directory, sealFile), envelopeText(statementType, statement, { keyid, sig }));
  return { files, keyid, findings };
}
