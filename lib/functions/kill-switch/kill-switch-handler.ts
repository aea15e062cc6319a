import { checkRequest } from '../../model/evidence/check-request.ts';
import { readReport } from '../../model/evidence/step-report.ts';
import type { KillSwitchRequest, StepReport } from '../../model/kill-switch.ts';
import { killSwitchSteps } from './kill-switch-steps.ts';
import { type Summary, summarize } from './summarize.ts';
import type { SwitchParts } from './switch-parts.ts';

/** Names of the steps that cut somebody off; the others write down and tell. */
export const containmentSteps: readonly string[] = killSwitchSteps
  .filter(({ phase }) => phase !== 'last')
  .map(({ name }) => name);

/** Thrown so that Step Functions tries the step again; carries the report as its message. */
class StepIncomplete extends Error {
  override readonly name = 'StepIncomplete';

  constructor(readonly report: StepReport) {
    super(JSON.stringify(report));
  }
}

/** Event that the state machine sends. */
export interface KillSwitchEvent {
  /** Name of a step, `check-request` or `summarize`. */
  readonly step: string;
  readonly request: unknown;
  readonly reports: Readonly<Record<string, unknown>>;
}

/**
 * Lambda function of every step.
 *
 * @throws BadRequest before anything is touched; StepIncomplete when some targets failed.
 */
export function killSwitchHandler(
  parts: SwitchParts,
): (event: KillSwitchEvent) => Promise<KillSwitchRequest | StepReport | Summary> {
  return async ({ step, request, reports }) => {
    const checked = checkRequest(
      request,
      parts.vendor,
      parts.matters.map(({ id }) => id),
    );
    if (step === 'check-request') return checked;
    if (step === 'summarize') return summarize(reports, containmentSteps);
    const named = killSwitchSteps.find(({ name }) => name === step);
    if (!named)
      throw new Error(
        `step: got ${step}, expected one of ${killSwitchSteps.map(({ name }) => name).join(', ')}`,
      );
    const read = Object.entries(reports).map(([name, value]) => [name, readReport(name, value)] as const);
    const report = await named.run(parts, checked, Object.fromEntries(read), containmentSteps);
    if (report.status === 'incomplete') throw new StepIncomplete(report);
    return report;
  };
}
