import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { kmsSigner } from '../aws/kms-signer.ts';
import { appendCheckpoint } from './checkpoint.ts';
import type { LedgerRecord } from './ledger-record.ts';
import { type LedgerPlace, ledgerStore } from './open-ledger-store.ts';

export interface SealOptions extends LedgerPlace {
  /** KMS key that signs, and its region. */
  readonly key: string;
  readonly keyRegion: string;
}

/**
 * Seals a ledger that has something to seal: appends a signature over everything in it.
 *
 * @param at ISO 8601, UTC
 * @throws UnusableInputError for an empty ledger: most often a wrong name or place.
 */
export async function sealLedger(
  place: string,
  name: string,
  { key, keyRegion, ...options }: SealOptions,
  at: string,
): Promise<LedgerRecord> {
  const store = ledgerStore(place, name, options);
  if ((await store.last()) === undefined)
    throw new UnusableInputError([
      inputFinding({
        ...{ code: 'LEDGER-EMPTY', where: { name }, got: 'no record' },
        expected: 'a ledger with at least one record',
        fix: 'check place and name',
      }),
    ]);
  return appendCheckpoint(store, await kmsSigner(keyRegion, key, options), at);
}
