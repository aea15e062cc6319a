import { createHash } from 'node:crypto';
import { type RecordType, recordTypes } from './record-bodies.ts';

/**
 * A line of a ledger: canonical JSON, UTF-8, without its newline.
 *
 * `previous` is the SHA-256 of the line before, in hex; the first record carries that of the ledger's name,
 * so no record can move to another ledger.
 */
export interface LedgerRecord {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly ledger: string;
  readonly previous: string;
  /** From 0, without gaps. */
  readonly seq: number;
  readonly type: RecordType;
}

export const hashOf = (line: string | Uint8Array): string => createHash('sha256').update(line).digest('hex');

/** `previous` of a ledger's first record. */
export const genesis = (ledger: string): string => hashOf(`lpo ledger ${ledger}`);

const fields = ['at', 'body', 'ledger', 'previous', 'seq', 'type'];

/** Fault in the outer shape of a parsed line; undefined when nothing is. */
export function recordFault(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'no JSON object';
  const names = Object.keys(value);
  if (names.length !== fields.length || names.some((name, index) => name !== fields[index]))
    return `fields ${names.join(', ')}`;
  const { at, body, ledger, previous, seq, type } = value as Record<string, unknown>;
  if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at)) return `at ${JSON.stringify(at)}`;
  if (typeof body !== 'object' || body === null) return `body ${JSON.stringify(body)}`;
  if (typeof ledger !== 'string') return `ledger ${JSON.stringify(ledger)}`;
  if (typeof previous !== 'string') return `previous ${JSON.stringify(previous)}`;
  if (!Number.isSafeInteger(seq)) return `seq ${JSON.stringify(seq)}`;
  if (typeof type !== 'string' || !recordTypes.has(type)) return `type ${JSON.stringify(type)}`;
  return undefined;
}
