import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { appendRecord } from '../ledger/append-record.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { genesis, hashOf, type LedgerRecord, recordFault } from '../ledger/ledger-record.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import { type OffboardingPlan, planHash } from './offboarding-plan.ts';

export type Step =
  | 'request'
  | 'approve'
  | 'disable'
  | 'disabled'
  | 'delete'
  | 'deletion-scheduled'
  | 'all-scheduled';

/** A line of the journal. `disable` and `delete` are written before the call, the others after. */
export interface JournalEntry<S extends string = Step> {
  readonly step: S;
  /** What the step is about, for example the ARN of the key; absent where it is the whole plan. */
  readonly key?: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** The person, by session name. */
  readonly actor: string;
  readonly at: string;
}

/** Name of the journal of one plan; it is a ledger like any other. */
export const journalName = (vendor: string, hash: string): string =>
  `${vendor}-offboarding-${hash.slice(0, 16)}`;

/**
 * What was asked, approved and done under one plan. A run that died resumes from here.
 *
 * Offboardings keep theirs as records of destruction; releases after an incident as theirs.
 */
export class Journal<P extends object = OffboardingPlan, S extends string = Step> {
  private constructor(
    private readonly store: LedgerStore,
    readonly hash: string,
    readonly entries: JournalEntry<S | 'request' | 'approve'>[],
    private readonly type: 'destruction' | 'incident-release',
  ) {}

  /** @throws UnusableInputError when the journal was altered or belongs to another plan */
  static async open<P extends object = OffboardingPlan, S extends string = Step>(
    store: LedgerStore,
    hash: string,
    type: 'destruction' | 'incident-release' = 'destruction',
  ): Promise<Journal<P, S>> {
    const entries: JournalEntry<S>[] = [];
    let previous = genesis(store.name);
    for await (const line of store.lines()) {
      const record = parse(line);
      const whole =
        record && !recordFault(record) && record.previous === previous && record.seq === entries.length;
      if (!whole || record.type !== type || record.body.plan !== hash)
        throw altered(store.name, entries.length);
      previous = hashOf(line);
      entries.push({ ...(record.body as unknown as JournalEntry<S>), at: record.at });
    }
    const journal = new Journal<P, S>(store, hash, entries, type);
    if (journal.plan && planHash(journal.plan) !== hash) throw altered(store.name, 0);
    return journal;
  }

  get plan(): P | undefined {
    return this.find('request')?.detail.plan as P | undefined;
  }

  get requester(): string | undefined {
    return this.find('request')?.actor;
  }

  /** Different people, none of them the requester, whatever the journal says. */
  get approvers(): string[] {
    const people = this.entries.filter(({ step }) => step === 'approve').map(({ actor }) => actor);
    return [...new Set(people)].filter((person) => person !== this.requester);
  }

  find(step: S | 'request' | 'approve', key?: string): JournalEntry<S | 'request' | 'approve'> | undefined {
    return this.entries.find((entry) => entry.step === step && entry.key === key);
  }

  /** Writes a step unless it is there. */
  async once(entry: JournalEntry<S | 'request' | 'approve'>): Promise<void> {
    if (this.find(entry.step, entry.key)) return;
    await this.append(entry);
  }

  async append(entry: JournalEntry<S | 'request' | 'approve'>): Promise<void> {
    const { at, step, key, detail, actor } = entry;
    const body = { plan: this.hash, step, ...(key === undefined ? {} : { key }), detail, actor };
    // Through JSON and back, so that what is written is what is read.
    const plain = JSON.parse(canonicalJson(body)) as typeof body;
    await appendRecord(this.store, { type: this.type, body: plain as never }, at);
    this.entries.push(entry);
  }
}

function parse(line: string): LedgerRecord | undefined {
  try {
    return JSON.parse(line) as LedgerRecord;
  } catch {
    return undefined;
  }
}

const altered = (name: string, place: number): UnusableInputError =>
  new UnusableInputError([
    inputFinding({
      code: 'OFF-JOURNAL',
      where: { file: name, line: place + 1, column: 1 },
      got: `record ${place} does not follow from the one before it, or belongs to another plan`,
      expected: 'the journal as it was written',
      fix: 'restore it from the evidence bucket; nothing is done on an altered journal',
    }),
  ]);
