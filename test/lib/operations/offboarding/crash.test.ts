import type { LedgerRecord } from '../../../../lib/operations/ledger/ledger-record.ts';
import { MemoryLedger } from '../../../fakes/memory-ledger.ts';
import { dayFive, dayOne, OffboardingCase } from '../../../fakes/offboarding-case.ts';

/**
 * Kills the run at its n-th outside step, a call to AWS or a write to the journal, before or after the step
 * took effect. A dead run does nothing more: every later step of it fails.
 */
class Killer {
  private steps = 0;
  dead = false;
  constructor(
    private readonly at: number,
    private readonly when: 'before' | 'after',
  ) {}

  get reached(): boolean {
    return this.steps >= this.at;
  }

  async step<T>(work: () => Promise<T>): Promise<T> {
    if (this.dead) throw new Error('dead');
    const mine = ++this.steps === this.at;
    if (mine && this.when === 'before') this.die();
    const result = await work();
    if (mine) this.die();
    return result;
  }

  private die(): never {
    this.dead = true;
    throw new Error('killed');
  }
}

/** The whole story, each run repeated until it gets through; only the first attempts can be killed. */
async function story(killer: Killer) {
  const one = new OffboardingCase();
  const plan = await one.plan();
  const healthy = { access: one.access, store: one.store as MemoryLedger };
  const doomed = () => {
    const { handle } = healthy.access.requestHandler;
    const requestHandler = {
      ...healthy.access.requestHandler,
      handle: (request: unknown) => killer.step(() => handle(request)),
    };
    one.access = { ...healthy.access, requestHandler };
    one.store = Object.assign(new MemoryLedger(healthy.store.name), {
      kept: healthy.store.kept,
      put: (seq: number, line: string) => killer.step(() => healthy.store.put(seq, line)),
    });
  };
  const run = async (work: () => Promise<unknown>) => {
    doomed();
    if (!killer.dead) await work().catch((error) => expect(killer.dead || error).toBe(true));
    Object.assign(one, healthy);
    await work();
  };
  await run(() => one.approved(plan));
  await run(() => one.execute(plan, dayOne));
  await run(() => one.execute(plan, dayFive));
  return {
    keys: one.wire.keys.map(({ alias, state, deletionDate }) => ({ alias, state, deletionDate })),
    journal: healthy.store.kept
      .map((line) => (JSON.parse(line) as LedgerRecord).body)
      .map(({ step, key, actor }) => `${step} ${key} ${actor}`),
    disabled: one.calls('DisableKey').length,
    scheduled: one.calls('ScheduleKeyDeletion').length,
  };
}

test('killed before or after any step and resumed, every end equals the uninterrupted one', async () => {
  const whole = await story(new Killer(Number.POSITIVE_INFINITY, 'before'));
  expect(whole.keys.map(({ state }) => state)).toEqual(Array(3).fill('PendingDeletion'));
  expect([whole.disabled, whole.scheduled]).toEqual([3, 3]);
  let deaths = 0;
  for (const when of ['before', 'after'] as const)
    for (let at = 1; ; at++) {
      const killer = new Killer(at, when);
      const end = await story(killer);
      if (!killer.reached) break;
      deaths++;
      // A kill may come between two journal lines of one key; what was written first stays first.
      expect({ at, when, ...end, journal: [...end.journal].sort() }).toEqual({
        at,
        when,
        ...whole,
        journal: [...whole.journal].sort(),
      });
    }
  expect(deaths).toBeGreaterThan(150);
});
