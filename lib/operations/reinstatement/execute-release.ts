import { type Finding, UnusableInputError } from '../../model/finding.ts';
import type { Journal } from '../offboarding/journal.ts';
import { approvalsNeeded, approve } from '../offboarding/request-and-approve.ts';
import { laterProblems } from './make-release-plan.ts';
import { type ReleaseControl, stages, type Target } from './release-control.ts';
import { type ReleasePlan, releaseProblem } from './release-plan.ts';
import { readSuspension, type Suspension } from './standing.ts';

export type ReleaseStep = 'begun' | 'on' | 'released';
export type ReleaseJournal = Journal<ReleasePlan, ReleaseStep>;

export interface Release {
  readonly journal: ReleaseJournal;
  readonly control: ReleaseControl;
  /** The person, by session name. */
  readonly actor: string;
  /** ISO 8601, UTC. */
  readonly now: string;
}

export type ReleaseOutcome =
  | { readonly status: 'awaiting-approval'; readonly missing: number }
  /** Everything before the quarantine is on; whoever administers the organization goes on. */
  | { readonly status: 'awaiting-quarantine' }
  | { readonly status: 'stopped'; readonly problems: readonly Finding[] }
  | { readonly status: 'released' };

/** The opaque id in a session name: `p-0a1b2c` or `p-0a1b2c@firm.example`. */
const personOf = (actor: string): string => actor.split('@')[0] ?? actor;

/** Approvers that count: not the requester, not twice, and nobody who threw the switch. */
export const approversOf = (journal: ReleaseJournal): string[] =>
  journal.approvers.filter((person) => !(journal.plan?.thrownBy ?? []).includes(personOf(person)));

/** @throws UnusableInputError for who threw the switch, who requested, and who approved already. */
export async function approveRelease(journal: ReleaseJournal, actor: string, at: string): Promise<void> {
  if (journal.plan?.thrownBy.includes(personOf(actor)))
    throw new UnusableInputError([
      releaseProblem(
        'REL-APPROVER',
        'your credentials',
        `${actor}, who threw the switch`,
        'somebody else',
        'let another key custodian approve',
      ),
    ]);
  await approve(journal, actor, at);
}

/**
 * Turns on what the plan says, stage by stage, and says how far it came; run it again to go on.
 *
 * A target that fails keeps the others of its stage from nothing, and every later stage from beginning: the
 * suspension, which the connect handler asks for, falls last.
 */
export async function executeRelease(release: Release): Promise<ReleaseOutcome> {
  const { journal, control } = release;
  const { plan } = journal;
  const missing = approvalsNeeded - approversOf(journal).length;
  if (!plan || missing > 0) return { status: 'awaiting-approval', missing };
  const standing = await control.standing();
  const later = laterProblems(oursOf(plan, standing), standing);
  if (later.length > 0) return { status: 'stopped', problems: later };
  for (const stage of stages(plan, control)) {
    const problems: Finding[] = [];
    for (const target of stage) {
      try {
        if (!(await turnOn(release, target))) return { status: 'awaiting-quarantine' };
      } catch (error) {
        if (!(error instanceof UnusableInputError)) throw error;
        problems.push(...error.findings);
      }
    }
    if (problems.length > 0) return { status: 'stopped', problems };
  }
  await journal.once({ step: 'released', detail: {}, actor: release.actor, at: release.now });
  return { status: 'released' };
}

const oursOf = (plan: ReleasePlan, standing: readonly Suspension[]): Suspension[] =>
  plan.suspensions.flatMap(
    (key) => standing.find((each) => each.key === key) ?? readSuspension(key, '9999') ?? [],
  );

/** Once on and written down, a target is left alone: who closed it since had a reason. */
async function turnOn({ journal, actor, now }: Release, { name, act }: Target): Promise<boolean> {
  if (journal.find('on', name)) return true;
  await journal.once({ step: 'begun', key: name, detail: {}, actor, at: now });
  const changed = await act();
  if (changed === undefined) return false;
  await journal.once({ step: 'on', key: name, detail: { found: changed ? 'off' : 'on' }, actor, at: now });
  return true;
}
