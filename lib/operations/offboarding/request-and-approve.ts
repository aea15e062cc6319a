import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import type { Journal } from './journal.ts';

export const approvalsNeeded = 2;

/** Enters the plan and who wants it. A second request for the same plan changes nothing. */
export const request = <P extends object, S extends string>(
  journal: Journal<P, S>,
  plan: P,
  actor: string,
  at: string,
): Promise<void> => journal.once({ step: 'request', detail: { plan }, actor, at });

/**
 * Enters one approval of exactly this plan.
 *
 * @throws UnusableInputError without a request, by the requester, or by who approved already.
 */
export async function approve<P extends object, S extends string>(
  journal: Journal<P, S>,
  actor: string,
  at: string,
): Promise<void> {
  const refuse = (got: string, expected: string) =>
    new UnusableInputError([
      inputFinding({
        code: 'OFF-APPROVER',
        where: { name: 'your credentials' },
        got,
        expected,
        fix: 'let another key custodian approve',
      }),
    ]);
  if (!journal.requester) throw refuse('no request for this plan', 'a request: run execute first');
  if (actor === journal.requester) throw refuse(`${actor}, who requested it`, 'somebody else');
  if (journal.approvers.includes(actor)) throw refuse(`${actor}, who approved already`, 'somebody else');
  await journal.append({ step: 'approve', detail: {}, actor, at });
}
