import { count } from '../../model/count.ts';
import { approvalsNeeded } from '../approvals/approvals.ts';
import { awaitingApproval, stopped } from '../approvals/step-result.ts';
import type { ReinstatementOutcome } from './execute-reinstatement.ts';
import { type ReinstatementControl, stages } from './reinstatement-control.ts';
import type { ReinstatementPlan } from './reinstatement-plan.ts';

/** Output of `lpo reinstate plan`. @param hash identity of the plan. */
export function renderReinstatement(plan: ReinstatementPlan, hash: string): string {
  const targets = stages(plan, {} as ReinstatementControl)
    .flat()
    .map(({ name }) => `  ${name}`);
  return [
    `Reinstatement after incident ${plan.incident} of ${plan.vendor}, account ${plan.account}`,
    `Initiated by ${plan.initiatedBy.join(', ')}, who cannot approve. Made from ${count(plan.evidence.length, 'custody manifest')}:`,
    ...plan.evidence.map((sha256) => `  ${sha256}`),
    '',
    'Would be turned on, in this order:',
    ...targets,
    ...(plan.left.length === 0 ? [] : ['', 'Stays as it is:', ...plan.left.map((line) => `  ${line}`)]),
    '',
    `plan ${hash}`,
    `Nothing was changed. ${approvalsNeeded} people besides the requester approve.`,
    '',
  ].join('\n');
}

export function renderOutcome(outcome: ReinstatementOutcome): string {
  switch (outcome.status) {
    case 'awaiting-approval':
      return awaitingApproval(outcome.missing);
    case 'awaiting-quarantine':
      return [
        'The quarantine stands, and the suspension with it. Run this again with --management-profile, a profile',
        "of the organization's administrators; they alone can lift it.\n",
      ].join('\n');
    case 'reinstated':
      return 'Reinstated: everything of the plan is on, the suspension is lifted.\n';
    case 'stopped':
      return stopped(outcome.problems);
  }
}
