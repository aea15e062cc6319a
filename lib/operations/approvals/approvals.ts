import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import type { Journal } from './journal.ts';
import { anotherPlan } from './open-journal.ts';
import { planHash } from './plan-hash.ts';

export const approvalsNeeded = 2;

/** Approvals a plan still lacks; without a request, all of them. Nothing is done before this is zero. */
export const approvalsMissing = <P extends object, S extends string>(journal: Journal<P, S>): number =>
  Math.max(0, approvalsNeeded - journal.approvers.length);

/**
 * Enters the plan and who wants it. A second request for the same plan changes nothing.
 *
 * @throws UnusableInputError when it is not the plan that the journal is for
 */
export async function request<P extends object, S extends string>(
  journal: Journal<P, S>,
  plan: P,
  actor: string,
  at: string,
): Promise<void> {
  const { procedure, hash } = journal;
  if (planHash(plan) !== hash) throw anotherPlan(procedure, hash, `now ${planHash(plan)}`);
  await journal.once({ step: 'request', detail: { plan }, actor, at });
}

/**
 * Enters one approval of exactly this plan, and gives the plan back.
 *
 * @throws UnusableInputError without a request, by the requester, by who is in conflict or approved already.
 */
export async function approve<P extends object, S extends string>(
  journal: Journal<P, S>,
  actor: string,
  at: string,
): Promise<P> {
  const { plan, requester, procedure } = journal;
  const refuse = (got: string, expected: string) =>
    new UnusableInputError([
      inputFinding({
        ...{ code: 'APPROVAL-APPROVER', where: { name: 'your credentials' }, got, expected },
        fix: 'let another key custodian approve',
      }),
    ]);
  if (!plan) throw refuse('no request for this plan', 'a request: run execute first');
  if (actor === requester) throw refuse(`${actor}, who requested it`, 'somebody else');
  const conflict = procedure.conflictOf?.(plan, actor);
  if (conflict) throw refuse(`${actor}, ${conflict}`, 'somebody else');
  if (journal.approvers.includes(actor)) throw refuse(`${actor}, who approved already`, 'somebody else');
  await journal.append({ step: 'approve', detail: {}, actor, at });
  return plan;
}
