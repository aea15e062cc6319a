import { addHours } from '../../model/days.ts';
import { type Finding, UnusableInputError } from '../../model/finding.ts';
import { approvalsMissing } from '../approvals/approvals.ts';
import type { LiveKey } from '../keys/key-settings.ts';
import { blocker } from './blockers.ts';
import { keyBlockers } from './key-blockers.ts';
import type { KeyControl, UseObserver } from './key-control.ts';
import type { OffboardingPlan, ShredKey } from './offboarding-plan.ts';
import type { OffboardingJournal, OffboardingStep } from './offboarding-procedure.ts';

export interface Execution {
  readonly plan: OffboardingPlan;
  readonly journal: OffboardingJournal;
  readonly keys: KeyControl;
  readonly uses: UseObserver;
  /** The person, by session name. */
  readonly actor: string;
  /** ISO 8601, UTC. */
  readonly now: string;
}

export type Outcome =
  | { readonly status: 'awaiting-approval'; readonly missing: number }
  | { readonly status: 'observing'; readonly until: string }
  | { readonly status: 'stopped'; readonly problems: readonly Finding[] }
  | { readonly status: 'scheduled' };

/**
 * Takes a plan as far as it can go now, and says how far that is; run it again to go on.
 *
 * All keys are disabled, then watched, then scheduled for deletion. Before each call KMS is asked what is
 * true, so a step that was done before a crash, or by somebody else, is not done again. One key that cannot
 * go on does not stop the others from being disabled; it does stop every deletion.
 *
 * The caller has checked the register (`blockers`); holds on the keys themselves are checked here, each time.
 */
export async function executePlan(execution: Execution): Promise<Outcome> {
  const { plan, journal } = execution;
  const missing = approvalsMissing(journal);
  if (missing > 0) return { status: 'awaiting-approval', missing };
  const disabling = await eachKey(plan, (key) => disable(execution, key));
  if (disabling.problems.length > 0) return { status: 'stopped', problems: disabling.problems };
  const watching = await eachKey(plan, (key) => quietFrom(execution, key));
  if (watching.problems.length > 0) return { status: 'stopped', problems: watching.problems };
  const until = watching.results.sort().at(-1) ?? execution.now;
  if (until > execution.now) return { status: 'observing', until };
  const scheduling = await eachKey(plan, (key) => schedule(execution, key));
  if (scheduling.problems.length > 0) return { status: 'stopped', problems: scheduling.problems };
  await note(execution, 'all-scheduled', undefined, {});
  return { status: 'scheduled' };
}

async function disable(execution: Execution, key: ShredKey): Promise<void> {
  const live = await untouchable(execution, key);
  const done = execution.journal.find('disabled', key.arn);
  if (done && live.state === 'Enabled')
    throw stopped(key, 'OFF-ENABLED-AGAIN', `enabled after ${done.at}`, 'Disabled');
  if (done || live.state === 'PendingDeletion') return;
  await note(execution, 'disable', key, { found: live.state });
  if (live.state === 'Enabled')
    await unlessAlready(execution, key, 'Disabled', () => execution.keys.disable(key.region, key.arn));
  await note(execution, 'disabled', key, {});
}

/** Instant from which the key has been left alone long enough. */
async function quietFrom({ plan, journal, uses, now }: Execution, key: ShredKey): Promise<string> {
  const since = journal.find('disabled', key.arn)?.at;
  if (since === undefined || journal.find('delete', key.arn)) return now;
  const { events, refused } = await uses.attempts(key.region, key.arn, since);
  if (events === 0)
    throw stopped(key, 'OFF-UNSEEN', `no event about the key since ${since}`, 'at least our own reads');
  const last = [since, ...refused.map(({ at }) => at)].sort().at(-1) as string;
  return addHours(last, plan.quietHours);
}

async function schedule(execution: Execution, key: ShredKey): Promise<void> {
  const { journal, keys, plan } = execution;
  const live = await untouchable(execution, key);
  if (journal.find('deletion-scheduled', key.arn)) {
    if (live.state === 'PendingDeletion') return;
    throw stopped(key, 'OFF-CANCELLED', `${live.state}: its deletion was cancelled`, 'PendingDeletion');
  }
  if (live.state !== 'PendingDeletion') {
    if (live.state !== 'Disabled') throw stopped(key, 'OFF-STATE', live.state, 'Disabled');
    await note(execution, 'delete', key, { windowDays: plan.windowDays });
    await unlessAlready(execution, key, 'PendingDeletion', () =>
      keys.scheduleDeletion(key.region, key.arn, plan.windowDays),
    );
  }
  const after = await read(execution, key);
  if (after.state !== 'PendingDeletion') throw stopped(key, 'OFF-STATE', after.state, 'PendingDeletion');
  await note(execution, 'deletion-scheduled', key, { deletionDate: after.deletionDate ?? 'unknown' });
}

/** A call that failed may still have been carried out: what KMS says afterwards counts. */
async function unlessAlready(execution: Execution, key: ShredKey, state: string, call: () => Promise<void>) {
  try {
    await call();
  } catch (error) {
    if ((await read(execution, key)).state !== state) throw error;
  }
}

async function untouchable(execution: Execution, key: ShredKey): Promise<LiveKey> {
  const live = await read(execution, key);
  const problems = keyBlockers(live);
  if (problems.length > 0) throw new UnusableInputError(problems);
  return live;
}

async function read({ keys }: Execution, key: ShredKey): Promise<LiveKey> {
  const live = await keys.readKey(key.region, key.arn);
  if (!live) throw stopped(key, 'OFF-GONE', 'no such key', 'the key of the plan');
  return live;
}

const note = (
  { journal, actor, now }: Execution,
  step: OffboardingStep,
  key: ShredKey | undefined,
  detail: Readonly<Record<string, unknown>>,
) => journal.once({ step, ...(key ? { key: key.arn } : {}), detail, actor, at: now });

/** Verification key by key, with every finding collected. */
async function eachKey<T>(plan: OffboardingPlan, work: (key: ShredKey) => Promise<T>) {
  const problems: Finding[] = [];
  const results: T[] = [];
  for (const key of plan.keys)
    try {
      results.push(await work(key));
    } catch (error) {
      if (!(error instanceof UnusableInputError)) throw error;
      problems.push(...error.findings);
    }
  return { problems, results };
}

const stopped = (key: ShredKey, code: string, got: string, expected: string): UnusableInputError =>
  new UnusableInputError([
    blocker(code, key.alias, got, expected, { fix: 'find out who did this and why, then make a new plan' }),
  ]);
