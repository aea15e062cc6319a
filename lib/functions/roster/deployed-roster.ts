import type { S3 } from '@aws-sdk/client-s3';
import type { PublishedRoster } from '../../model/published-roster.ts';
import { parseRoster } from './parse-roster.ts';

export interface RosterLocation {
  readonly bucket: string;
  readonly key: string;
  readonly sha256: string;
  readonly vendor: string;
}

/** Reads the deployed roster once; a failure is not remembered, so the next connection asks again. */
export function deployedRoster(s3: S3, location: RosterLocation): () => Promise<PublishedRoster> {
  let loaded: PublishedRoster | undefined;
  return async () => {
    if (loaded) return loaded;
    const { bucket: Bucket, key: Key, sha256, vendor } = location;
    const answer = await s3.getObject({ Bucket, Key });
    const bytes = await answer.Body?.transformToByteArray();
    if (!bytes) throw new Error(`roster: got an empty answer for s3://${Bucket}/${Key}`);
    loaded = parseRoster(bytes, sha256, vendor);
    return loaded;
  };
}
