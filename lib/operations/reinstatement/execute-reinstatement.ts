import { type Finding, UnusableInputError } from '../../model/finding.ts';
import { approvalsMissing } from '../approvals/approvals.ts';
import { laterProblems } from './make-reinstatement-plan.ts';
import { type ReinstatementControl, stages, type Target } from './reinstatement-control.ts';
import type { ReinstatementPlan } from './reinstatement-plan.ts';
import type { ReinstatementJournal } from './reinstatement-procedure.ts';
import { readSuspension, type Suspension } from './standing.ts';

export interface Reinstatement {
  readonly journal: ReinstatementJournal;
  readonly control: ReinstatementControl;
  /** The person, by session name. */
  readonly actor: string;
  /** ISO 8601, UTC. */
  readonly now: string;
}

export type ReinstatementOutcome =
  | { readonly status: 'awaiting-approval'; readonly missing: number }
  /** Everything before the quarantine is on; whoever administers the organization goes on. */
  | { readonly status: 'awaiting-quarantine' }
  | { readonly status: 'stopped'; readonly problems: readonly Finding[] }
  | { readonly status: 'reinstated' };

/**
 * Turns on what the plan says, stage by stage, and says how far it came; run it again to go on.
 *
 * A target that fails keeps the others of its stage from nothing, and every later stage from beginning: the
 * suspension, which the connect handler asks for, falls last.
 */
export async function executeReinstatement(reinstatement: Reinstatement): Promise<ReinstatementOutcome> {
  const { journal, control } = reinstatement;
  const { plan } = journal;
  const missing = approvalsMissing(journal);
  if (!plan || missing > 0) return { status: 'awaiting-approval', missing };
  const standing = await control.standing();
  const later = laterProblems(oursOf(plan, standing), standing);
  if (later.length > 0) return { status: 'stopped', problems: later };
  for (const stage of stages(plan, control)) {
    const problems: Finding[] = [];
    for (const target of stage) {
      try {
        if (!(await turnOn(reinstatement, target))) return { status: 'awaiting-quarantine' };
      } catch (error) {
        if (!(error instanceof UnusableInputError)) throw error;
        problems.push(...error.findings);
      }
    }
    if (problems.length > 0) return { status: 'stopped', problems };
  }
  await journal.once({ step: 'reinstated', detail: {}, actor: reinstatement.actor, at: reinstatement.now });
  return { status: 'reinstated' };
}

const oursOf = (plan: ReinstatementPlan, standing: readonly Suspension[]): Suspension[] =>
  plan.suspensions.flatMap(
    (key) => standing.find((each) => each.key === key) ?? readSuspension(key, '9999') ?? [],
  );

/** Once on and written down, a target is left alone: who closed it since had a reason. */
async function turnOn({ journal, actor, now }: Reinstatement, { name, act }: Target): Promise<boolean> {
  if (journal.find('on', name)) return true;
  await journal.once({ step: 'begun', key: name, detail: {}, actor, at: now });
  const changed = await act();
  if (changed === undefined) return false;
  await journal.once({ step: 'on', key: name, detail: { found: changed ? 'off' : 'on' }, actor, at: now });
  return true;
}
