import { canonicalJson } from './canonical-json.ts';
import { genesis, hashOf, type LedgerRecord } from './ledger-record.ts';
import type { LedgerStore } from './ledger-store.ts';
import { type RecordBody, type RecordType, recordBodies } from './record-bodies.ts';

export interface LedgerEntry<T extends RecordType = RecordType> {
  readonly type: T;
  readonly body: RecordBody<T>;
}

/** Others may append at the same moment; each round somebody succeeds. */
const attempts = 20;

/**
 * Appends one record.
 *
 * Safe to run beside other writers: the place is claimed by a conditional write, and who loses tries the next
 * one. A write whose answer got lost is recognised by its text, not repeated; so the same record written by
 * two at the same instant is one record.
 *
 * @param at ISO 8601, UTC.
 * @throws ZodError for a body its type does not allow; Error when the place stays contested.
 */
export async function appendRecord<T extends RecordType>(
  store: LedgerStore,
  entry: LedgerEntry<T>,
  at: string,
): Promise<LedgerRecord> {
  const body = recordBodies[entry.type].parse(entry.body);
  return appendAfterHead(store, (head) => ({ at, body, ...head, type: entry.type }));
}

/** Place and predecessor of the record to be written. */
export type Head = Pick<LedgerRecord, 'ledger' | 'previous' | 'seq'>;

export async function appendAfterHead(
  store: LedgerStore,
  build: (head: Head) => LedgerRecord | Promise<LedgerRecord>,
): Promise<LedgerRecord> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const record = await build(headAfter(store.name, await store.last()));
    const line = canonicalJson(record);
    if (await store.put(record.seq, line)) return record;
    if ((await store.get(record.seq)) === line) return record;
  }
  throw new Error(`ledger ${store.name}: other writers took the next place ${attempts} times`);
}

function headAfter(ledger: string, last: string | undefined): Head {
  if (last === undefined) return { ledger, previous: genesis(ledger), seq: 0 };
  const { seq } = JSON.parse(last) as LedgerRecord;
  return { ledger, previous: hashOf(last), seq: seq + 1 };
}
