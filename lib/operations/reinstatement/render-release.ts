import { formatFinding } from '../../model/finding.ts';
import { approvalsNeeded } from '../offboarding/request-and-approve.ts';
import type { ReleaseOutcome } from './execute-release.ts';
import { type ReleaseControl, stages } from './release-control.ts';
import type { ReleasePlan } from './release-plan.ts';

/** What `lpo release plan` prints. @param hash identity of the plan. */
export function renderRelease(plan: ReleasePlan, hash: string): string {
  const targets = stages(plan, {} as ReleaseControl)
    .flat()
    .map(({ name }) => `  ${name}`);
  return [
    `Release of incident ${plan.incident} of ${plan.vendor}, account ${plan.account}`,
    `Thrown by ${plan.thrownBy.join(', ')}, who cannot approve. Made from ${plan.evidence.length} custody manifest${plan.evidence.length === 1 ? '' : 's'}:`,
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

export function renderOutcome(outcome: ReleaseOutcome): string {
  switch (outcome.status) {
    case 'awaiting-approval':
      return `Nothing was done: ${outcome.missing} approval${outcome.missing === 1 ? '' : 's'} missing.\n`;
    case 'awaiting-quarantine':
      return [
        'The quarantine stands, and the suspension with it. Run this again with --management-profile, a profile',
        "of the organization's administrators; they alone can lift it.\n",
      ].join('\n');
    case 'released':
      return 'Released: everything of the plan is on, the suspension is lifted.\n';
    case 'stopped':
      return `${outcome.problems.map(formatFinding).join('\n')}\n\nStopped; what was done is in the journal.\n`;
  }
}
