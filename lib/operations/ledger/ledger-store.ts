/**
 * Store of a ledger's lines; nothing can be overwritten or removed through it.
 *
 * `lib/operations/aws/s3-ledger-store.ts` keeps them under Object Lock, `lib/operations/files/directory-ledger-store.ts` in a folder.
 */
export interface LedgerStore {
  /** Name of the ledger; every record carries it. */
  readonly name: string;
  /** The last line, without newline; undefined for an empty ledger. */
  last(): Promise<string | undefined>;
  /** The line at a place; undefined when the place is free. */
  get(seq: number): Promise<string | undefined>;
  /** Stores a line at a free place. `false`: the place is taken, nothing was changed. */
  put(seq: number, line: string): Promise<boolean>;
  /** Every line from the first. */
  lines(): AsyncIterable<string>;
}
