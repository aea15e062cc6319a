import type { CheckResult } from '../../../policies/pipeline/check-assembly.ts';

/** Everything `lpo check` knows but the times, so that the same assembly gives the same bytes. */
export function findingsAsJson(result: CheckResult): string {
  const { runs, ...rest } = result;
  const checksRun = runs.map(({ source, evaluations }) => ({ source, evaluations }));
  return `${JSON.stringify({ version: 1, checksRun, ...rest }, null, 2)}\n`;
}
