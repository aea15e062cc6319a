import { readReport } from '../../model/evidence/step-report.ts';
import type { StepReport } from '../../model/kill-switch.ts';

export interface Summary {
  readonly outcome: 'complete' | 'incomplete';
  readonly doneCount: number;
  /** A line for each thing that was not done. */
  readonly notDone: readonly string[];
  readonly reports: Readonly<Record<string, StepReport>>;
}

/**
 * Summary over all steps: what was done and what was not.
 *
 * @param expected names of the steps that cut off; one without a report was not done.
 */
export function summarize(reports: Readonly<Record<string, unknown>>, expected: readonly string[]): Summary {
  const read = Object.fromEntries(
    Object.entries(reports).map(([step, report]) => [step, readReport(step, report)]),
  );
  const notDone = [
    ...expected.filter((step) => !read[step]).map((step) => `${step}: never ran`),
    ...Object.values(read).flatMap(({ step, status, failed }) =>
      failed.length === 0 && status === 'incomplete'
        ? [`${step}: incomplete, without saying why`]
        : failed.map(({ target, error }) => `${step}: ${target}: ${error}`),
    ),
  ];
  return {
    outcome: notDone.length === 0 ? 'complete' : 'incomplete',
    doneCount: Object.values(read).reduce((sum, { done }) => sum + done.length, 0),
    notDone,
    reports: read,
  };
}
