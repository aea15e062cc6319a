import { createHash } from 'node:crypto';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { BreachDuty } from '../../model/breach-duty.ts';
import { dutySchema } from '../../model/evidence/duty-schema.ts';

const schema = z.array(dutySchema).min(1);

/**
 * Reads the duties as they were deployed.
 *
 * @throws Error when the bytes are not those that were synthesized, or mean nothing.
 */
export function deployedDuties(
  s3: S3Client,
  from: { readonly bucket: string; readonly key: string; readonly sha256: string },
): () => Promise<readonly BreachDuty[]> {
  let loaded: readonly BreachDuty[] | undefined;
  return async () => {
    if (loaded) return loaded;
    const answer = await s3.send(new GetObjectCommand({ Bucket: from.bucket, Key: from.key }));
    const text = (await answer.Body?.transformToString()) ?? '';
    const got = createHash('sha256').update(text).digest('hex');
    if (got !== from.sha256)
      throw new Error(`duties: got a file with SHA-256 ${got}, expected ${from.sha256}`);
    loaded = schema.parse(JSON.parse(text));
    return loaded;
  };
}
