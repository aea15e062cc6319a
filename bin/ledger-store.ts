import { join } from 'node:path';
import { S3LedgerStore } from '../lib/aws/s3-ledger-store';
import type { LedgerStore } from '../lib/ledger/ledger-store';
import { UnusableInputError } from '../lib/model/problem';
import { DirectoryLedgerStore } from './directory-ledger-store';

/**
 * A ledger by name.
 *
 * @param place a folder, or `s3://<bucket>` for a bucket with Object Lock.
 * @param region of the bucket.
 */
export function ledgerStore(
  place: string,
  name: string,
  { region, endpointUrl }: { region?: string | undefined; endpointUrl?: string | undefined },
): LedgerStore {
  if (!place.startsWith('s3://')) return new DirectoryLedgerStore(join(place, name), name);
  if (region) {
    const access = endpointUrl === undefined ? {} : { endpointUrl };
    return new S3LedgerStore({ region, bucket: place.slice('s3://'.length), name, access });
  }
  throw new UnusableInputError([
    {
      ...{ code: 'LEDGER-REGION', file: place, line: 0, column: 0, got: 'no region' },
      expected: 'the region of the bucket',
      fix: 'name it with --region, or --journal-region for a journal',
    },
  ]);
}
