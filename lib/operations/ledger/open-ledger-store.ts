import { join } from 'node:path';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { S3LedgerStore } from '../aws/s3-ledger-store.ts';
import { DirectoryLedgerStore } from '../files/directory-ledger-store.ts';
import type { LedgerStore } from './ledger-store.ts';

/** Access to a ledger in a bucket; a folder needs none of it. */
export interface LedgerPlace {
  /** Region of the bucket. */
  readonly region?: string | undefined;
  readonly endpointUrl?: string | undefined;
}

/**
 * A ledger by name.
 *
 * @param place a folder, or `s3://<bucket>` for a bucket with Object Lock.
 * @throws UnusableInputError for a name with a path in it, a bucket with one, a bucket without a region.
 */
export function ledgerStore(place: string, name: string, { region, endpointUrl }: LedgerPlace): LedgerStore {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    throw refusal(
      'LEDGER-NAME',
      name,
      'the name of a ledger: a vendor, or a journal of one',
      'correct the name',
    );
  if (/^s3:\/\/($|.*\/)/.test(place))
    throw refusal(
      'LEDGER-PLACE',
      place,
      's3:// and the name of a bucket, without a path',
      'correct the place',
    );
  if (!place.startsWith('s3://')) return new DirectoryLedgerStore(join(place, name), name);
  if (region)
    return new S3LedgerStore({ region, bucket: place.slice('s3://'.length), name, access: { endpointUrl } });
  const fix = 'name it with --region, or --journal-region for a journal';
  throw refusal('LEDGER-REGION', `${place}, no region`, 'the region of the bucket', fix);
}

const refusal = (code: string, got: string, expected: string, fix: string): UnusableInputError =>
  new UnusableInputError([inputFinding({ code, where: { name: 'command line' }, got, expected, fix })]);
