import type { StepReport } from '../../model/kill-switch.ts';

export interface Summary {
  readonly outcome: 'complete' | 'incomplete';
  readonly doneCount: number;
  /** One line for each thing that was not done. */
  readonly notDone: readonly string[];
  readonly reports: Readonly<Record<string, StepReport>>;
}

/**
 * What was and was not done, over all steps.
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

/**
 * A report, or what Step Functions keeps of a step that failed: `{ Error, Cause }`. The cause of a step that
 * ran to its end holds its report.
 */
export function readReport(step: string, value: unknown): StepReport {
  if (isReport(value)) return value;
  const { Error: error = 'unknown', Cause = '' } = (value ?? {}) as { Error?: string; Cause?: string };
  const cause = parse(Cause);
  const inner = isReport(cause)
    ? cause
    : parse((cause as { errorMessage?: string } | undefined)?.errorMessage);
  return isReport(inner)
    ? inner
    : {
        step,
        status: 'incomplete',
        done: [],
        already: [],
        failed: [{ target: 'the whole step', error: `${error}: ${Cause}`.slice(0, 500) }],
      };
}

const isReport = (value: unknown): value is StepReport =>
  typeof value === 'object' && value !== null && 'status' in value && 'failed' in value;

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
