import type { Register } from '../../lib/config/register-schema.ts';
import { approve, request } from '../../lib/operations/approvals/approvals.ts';
import { Journal } from '../../lib/operations/approvals/journal.ts';
import { planHash } from '../../lib/operations/approvals/plan-hash.ts';
import { journalName } from '../../lib/operations/approvals/procedure.ts';
import { CloudTrailUseObserver } from '../../lib/operations/aws/cloudtrail-use-observer.ts';
import { KmsKeyControl } from '../../lib/operations/aws/kms-key-control.ts';
import type { LedgerStore } from '../../lib/operations/ledger/ledger-store.ts';
import type { Engagement } from '../../lib/operations/offboarding/engagement.ts';
import { executePlan, type Outcome } from '../../lib/operations/offboarding/execute-plan.ts';
import { makePlan } from '../../lib/operations/offboarding/make-plan.ts';
import type { OffboardingPlan } from '../../lib/operations/offboarding/offboarding-plan.ts';
import {
  type OffboardingJournal,
  offboardingProcedure,
} from '../../lib/operations/offboarding/offboarding-procedure.ts';
import { exampleKey } from './example-keys.ts';
import { KmsWire } from './kms-wire.ts';
import { MemoryLedger } from './memory-ledger.ts';
import { wireAccess } from './wire-handler.ts';

export const dayOne = '2034-01-10T09:00:00.000Z';
export const dayFive = '2034-01-15T09:00:00.000Z';

export const register = (more: Partial<Register> = {}): Register => ({
  vendor: 'luzon',
  holds: [],
  incidents: [],
  ended: ['m-c90e15', 'm-58d7b2'].map((matter) => ({
    matter,
    closed: '2026-12-31',
    returned: { manifest: 'a'.repeat(64), on: '2027-01-05', to: 'records-team' },
  })),
  ...more,
});

/** A vendor with two ended matters whose every clock has run out by `dayOne`. */
export class OffboardingCase {
  readonly wire = new KmsWire();
  readonly expected = [exampleKey('m-c90e15'), exampleKey('m-58d7b2'), exampleKey('logs')];
  store: LedgerStore = new MemoryLedger();
  access = wireAccess(this.wire);

  constructor() {
    for (const key of this.expected) this.wire.seed(key);
    this.wire.now = Date.parse(dayOne) / 1000;
  }

  async engagement(more: Partial<Engagement> = {}): Promise<Engagement> {
    const control = new KmsKeyControl(this.access);
    const pairs = [];
    for (const expected of this.expected)
      pairs.push({ expected, live: await control.readKey(expected.region, expected.alias) });
    return {
      vendor: 'luzon',
      account: '200000000002',
      matters: [
        { id: 'm-c90e15', retentionDays: 1827 },
        { id: 'm-58d7b2', retentionDays: 2557 },
      ],
      logRetentionDays: 2557,
      register: register(),
      pairs,
      elsewhere: ['alias/lpo/luzon/log-archive', 'alias/lpo/luzon/recovery'],
      today: dayOne.slice(0, 10),
      ...more,
    };
  }

  async plan(more: Partial<Engagement> = {}): Promise<OffboardingPlan> {
    return makePlan(await this.engagement(more)).plan;
  }

  async journal(plan: OffboardingPlan): Promise<OffboardingJournal> {
    const hash = planHash(plan);
    Object.assign(this.store, { name: journalName(offboardingProcedure, 'luzon', hash) });
    return Journal.open(this.store, hash, offboardingProcedure);
  }

  /** Requested by ann, approved by ben and cai. */
  async approved(plan: OffboardingPlan): Promise<void> {
    const journal = await this.journal(plan);
    await request(journal, plan, 'ann', dayOne);
    for (const person of ['ben', 'cai'])
      if (!journal.approvers.includes(person)) await approve(journal, person, dayOne);
  }

  /** One run of `execute`, as a new process would do it. */
  async execute(plan: OffboardingPlan, now: string): Promise<Outcome> {
    this.wire.now = Date.parse(now) / 1000;
    return executePlan({
      plan,
      journal: await this.journal(plan),
      keys: new KmsKeyControl(this.access),
      uses: new CloudTrailUseObserver(this.access),
      actor: 'ben',
      now,
    });
  }

  calls(operation: string): string[] {
    return this.wire.log.filter((call) => call.startsWith(`${operation} `));
  }
}
