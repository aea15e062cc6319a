import { z } from 'zod';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { appendRecord } from '../ledger/append-record.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { genesis, hashOf, type LedgerRecord, recordFault } from '../ledger/ledger-record.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import { planHash } from './plan-hash.ts';
import type { Procedure } from './procedure.ts';

/** A line of a journal. */
export interface JournalEntry<Step extends string> {
  readonly step: Step | 'request' | 'approve';
  /** Subject of the step, for example the ARN of the key; absent where it is the whole plan. */
  readonly key?: string | undefined;
  readonly detail: Readonly<Record<string, unknown>>;
  /** The person, by session name. */
  readonly actor: string;
  readonly at: string;
}

/** The record of what was asked, approved and done under one plan. A run that died resumes from here. */
export class Journal<Plan extends object, Step extends string> {
  private readonly entries: JournalEntry<Step>[] = [];
  private readonly entry: ReturnType<typeof entrySchema<Step>>;
  /** As requested; undefined without a request. */
  plan: Plan | undefined;

  private constructor(
    private readonly store: LedgerStore,
    readonly hash: string,
    readonly procedure: Procedure<Plan, Step>,
  ) {
    this.entry = entrySchema(hash, procedure.steps);
  }

  /** @throws UnusableInputError when the journal was altered or belongs to another plan */
  static async open<Plan extends object, Step extends string>(
    store: LedgerStore,
    hash: string,
    procedure: Procedure<Plan, Step>,
  ): Promise<Journal<Plan, Step>> {
    const journal = new Journal(store, hash, procedure);
    let previous = genesis(store.name);
    for await (const line of store.lines()) {
      const record = parse(line);
      const seq = journal.entries.length;
      const follows = record && !recordFault(record) && record.previous === previous && record.seq === seq;
      if (!follows || record.type !== procedure.record || !journal.take(record.body, record.at))
        throw altered(store.name, seq);
      previous = hashOf(line);
    }
    return journal;
  }

  get requester(): string | undefined {
    return this.find('request')?.actor;
  }

  /** Different people, none of them the requester or in conflict, whatever the journal says. */
  get approvers(): string[] {
    const { plan, procedure } = this;
    const people = this.entries.filter(({ step }) => step === 'approve').map(({ actor }) => actor);
    return [...new Set(people)].filter(
      (person) => plan && person !== this.requester && !procedure.conflictOf?.(plan, person),
    );
  }

  find(step: JournalEntry<Step>['step'], key?: string): JournalEntry<Step> | undefined {
    return this.entries.find((entry) => entry.step === step && entry.key === key);
  }

  /** Writes a step unless it is there. */
  async once(entry: JournalEntry<Step>): Promise<void> {
    if (!this.find(entry.step, entry.key)) await this.append(entry);
  }

  async append({ at, ...entry }: JournalEntry<Step>): Promise<void> {
    // Through JSON and back, so that what is written is what is read.
    const body = this.entry.parse(JSON.parse(canonicalJson({ ...entry, plan: this.hash })));
    await appendRecord(this.store, { type: this.procedure.record, body }, at);
    if (!this.take(body, at)) throw new Error(`${entry.step}: what was written is not what is read`);
  }

  /** Reads one body; false when it is none of this plan. */
  private take(body: unknown, at: string): boolean {
    const { data: entry } = this.entry.safeParse(body);
    if (!entry) return false;
    if (entry.step === 'request' && !this.plan) {
      const { data: plan } = this.procedure.plan.safeParse(entry.detail.plan);
      if (!plan || planHash(plan) !== this.hash) return false;
      this.plan = plan;
    }
    this.entries.push({ ...entry, at });
    return true;
  }
}

const entrySchema = <Step extends string>(hash: string, steps: readonly Step[]) =>
  z.strictObject({
    plan: z.literal(hash),
    step: z.enum(['request', 'approve', ...steps]),
    key: z.string().optional(),
    detail: z.record(z.string(), z.json()),
    actor: z.string(),
  });

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
      code: 'APPROVAL-JOURNAL',
      where: { file: name, line: place + 1, column: 1 },
      got: `record ${place} does not follow from the one before it, or belongs to another plan`,
      expected: 'the journal as it was written',
      fix: 'restore it from the evidence bucket; nothing is done on an altered journal',
    }),
  ]);
