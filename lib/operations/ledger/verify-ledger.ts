import type { KeyObject } from 'node:crypto';
import type { FilePlace, Finding } from '../../model/finding.ts';
import { isCanonical } from './canonical-json.ts';
import { checkpointFault } from './checkpoint.ts';
import { genesis, hashOf, type LedgerRecord, recordFault } from './ledger-record.ts';
import { type Line, splitLines } from './split-lines.ts';

export interface LedgerVerdict {
  readonly ledger: string;
  readonly records: number;
  readonly checkpoints: number;
  /** SHA-256 of the last line, in hex. */
  readonly head: string;
  readonly lastAt: string;
  /** Records after the last good checkpoint; chained, not signed. */
  readonly unsealed: number;
  readonly findings: readonly Finding<FilePlace>[];
}

export interface VerifyOptions {
  /** Name of the copy, for the places of findings. @default 'the copy' */
  readonly file?: string;
  /** Head from the integrity sheet; the only way to see that a copy ends too early at a checkpoint. */
  readonly expectHead?: string;
  readonly allowUnsealedTail?: boolean;
}

/**
 * Checks a copy of a ledger: every line canonical, chained to the one before, in sequence, and every
 * checkpoint signed. Streams; memory does not grow with the ledger.
 *
 * A record's body is not checked against its type: `appendRecord` did that, and the chain keeps it.
 */
export async function verifyLedger(
  chunks: AsyncIterable<Uint8Array>,
  publicKey: KeyObject,
  options: VerifyOptions = {},
): Promise<LedgerVerdict> {
  const reading = new Reading(publicKey, options.file ?? 'the copy');
  for await (const lines of splitLines(chunks)) for (const line of lines) reading.read(line);
  return reading.finish(options);
}

class Reading {
  private readonly findings: Finding<FilePlace>[] = [];
  private line = 0;
  private ledger = '';
  private head = '';
  private nextSeq = 0;
  private lastAt = '';
  private checkpoints = 0;
  private unsealed = 0;

  constructor(
    private readonly publicKey: KeyObject,
    private readonly file: string,
  ) {}

  read({ bytes, ended }: Line): void {
    this.line++;
    this.unsealed++;
    const text = bytes.toString('utf8');
    const parsed = parse(text);
    const fault = parsed === undefined ? 'no JSON' : recordFault(parsed);
    if (!ended) this.find('LEDGER-CUT', 'a last line without its newline', 'a whole line');
    if (fault) this.find('LEDGER-NO-RECORD', fault, 'a record of this ledger');
    else
      this.follow(
        parsed as LedgerRecord,
        isCanonical(text, parsed) && Buffer.byteLength(text) === bytes.length,
      );
    this.head = hashOf(bytes);
  }

  private follow(record: LedgerRecord, canonical: boolean): void {
    if (this.line === 1) {
      this.ledger = record.ledger;
      this.head = genesis(record.ledger);
    }
    if (!canonical) this.find('LEDGER-NOT-CANONICAL', 'another spelling', 'canonical JSON, RFC 8785');
    if (record.ledger !== this.ledger) this.find('LEDGER-NAME', record.ledger, this.ledger);
    if (record.seq !== this.nextSeq) this.find('LEDGER-SEQUENCE', ...order(record.seq, this.nextSeq));
    if (record.previous !== this.head)
      this.find(
        'LEDGER-CHAIN',
        `record ${record.seq}, chained to another record than the one before it`,
        `previous ${this.head}; the line before was edited, removed or put in between`,
      );
    this.nextSeq = record.seq + 1;
    this.lastAt = record.at;
    if (record.type === 'checkpoint') this.checkpoint(record);
  }

  private checkpoint(record: LedgerRecord): void {
    this.checkpoints++;
    const fault = checkpointFault(record, this.publicKey);
    if (fault) this.find('LEDGER-CHECKPOINT', fault, 'a signature of the checkpoint key');
    else this.unsealed = 0;
  }

  finish({ expectHead, allowUnsealedTail }: VerifyOptions): LedgerVerdict {
    if (this.line === 0) this.find('LEDGER-EMPTY', 'no record', 'at least one record');
    if (expectHead !== undefined && expectHead !== this.head)
      this.find('LEDGER-HEAD', `last line with hash ${this.head}`, `head ${expectHead}`);
    if (this.unsealed > 0 && !allowUnsealedTail)
      this.find(
        'LEDGER-UNSEALED',
        `${this.unsealed} records after the last good checkpoint`,
        'a checkpoint as the last record: a tail without one can be cut unseen',
      );
    return {
      ledger: this.ledger,
      records: this.line,
      checkpoints: this.checkpoints,
      head: this.head,
      lastAt: this.lastAt,
      unsealed: this.unsealed,
      findings: this.findings,
    };
  }

  private find(code: string, got: string, expected: string): void {
    this.findings.push({
      ...{ code, severity: 'high', source: 'Ledger', got, expected },
      where: { file: this.file, ...(this.line > 0 ? { line: this.line } : {}) },
      fix: fixes[code] ?? 'compare with another copy, and find out who changed this one',
    });
  }
}

function order(got: number, expected: number): [string, string] {
  const what =
    got > expected
      ? `record ${got}: ${got - expected} missing before it`
      : `record ${got}: out of order or put in twice`;
  return [what, `record ${expected}`];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Remedy where a copy need not have been changed. */
const fixes: Readonly<Record<string, string>> = {
  'LEDGER-EMPTY': 'name the copy of a ledger',
  'LEDGER-CUT': 'copy the ledger again, whole',
  'LEDGER-CHECKPOINT':
    'check that --public-key is the key that seals this ledger; if it is, treat the copy as forged',
  'LEDGER-UNSEALED':
    'seal the ledger with `lpo ledger checkpoint` and copy it again, or pass --allow-unsealed-tail',
};
