import { count } from '../../model/count.ts';
import { type Finding, formatFinding } from '../../model/finding.ts';
import { approvalsMissing, approvalsNeeded } from './approvals.ts';
import type { Journal } from './journal.ts';

/** Result of a step of a procedure: its text, and its exit code. */
export interface StepResult {
  readonly text: string;
  readonly done: boolean;
}

/** A step that was not begun, with everything that stands in its way; undefined when nothing does. */
export const refused = (findings: readonly Finding[]): StepResult | undefined =>
  findings.length === 0
    ? undefined
    : { text: `${findings.map(formatFinding).join('\n')}\n\nRefused; nothing was changed.\n`, done: false };

export const requested = (command: string, actor: string): StepResult => ({
  text: `Requested by ${actor}. ${approvalsNeeded} others must approve: ${command} approve.\n`,
  done: false,
});

/** @param shown the plan that was approved, as it is printed */
export function approved<P extends object, S extends string>(
  journal: Journal<P, S>,
  actor: string,
  shown: string,
): StepResult {
  const missing = approvalsMissing(journal);
  const next =
    missing > 0
      ? `${missing} more approval needed.`
      : `Approved: go on with ${journal.procedure.command} execute.`;
  return { text: `${shown}\nApproved by ${actor}. ${next}\n`, done: true };
}

export const awaitingApproval = (missing: number): string =>
  `Nothing was done: ${count(missing, 'approval')} missing.\n`;

export const stopped = (findings: readonly Finding[]): string =>
  `${findings.map(formatFinding).join('\n')}\n\nStopped; what was done is in the journal.\n`;
