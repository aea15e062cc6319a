import { checkRequest } from '../../model/evidence/check-request.ts';
import { readReport } from '../../model/evidence/step-report.ts';
import type { KillSwitchRequest, KillSwitchStep, StepReport } from '../../model/kill-switch.ts';
import { attachQuarantine } from './steps/attach-quarantine.ts';
import { captureEvidence } from './steps/capture-evidence.ts';
import { disableKeys } from './steps/disable-keys.ts';
import { endVpnSessions } from './steps/end-vpn-sessions.ts';
import { recordSuspension } from './steps/record-suspension.ts';
import { revokeVpnRules } from './steps/revoke-vpn-rules.ts';
import { closeBuckets, suspendRoles } from './steps/suspend-roles.ts';
import { tellEveryone } from './steps/tell-everyone.ts';
import { type Summary, summarize } from './summarize.ts';
import type { Step, SwitchParts } from './switch-parts.ts';

const steps: Readonly<Record<KillSwitchStep, Step>> = {
  'record-suspension': recordSuspension,
  'revoke-vpn-rules': revokeVpnRules,
  'end-vpn-sessions': endVpnSessions,
  'suspend-roles': suspendRoles,
  'close-buckets': closeBuckets,
  'attach-quarantine': attachQuarantine,
  'disable-keys': disableKeys,
  'capture-evidence': captureEvidence,
  'tell-everyone': tellEveryone,
};

/** Thrown so that Step Functions tries the step again; carries the report as its message. */
export class StepIncomplete extends Error {
  override readonly name = 'StepIncomplete';

  constructor(readonly report: StepReport) {
    super(JSON.stringify(report));
  }
}

/** What the state machine sends. */
export interface KillSwitchEvent {
  readonly step: KillSwitchStep | 'check-request' | 'summarize';
  readonly request: unknown;
  readonly reports: Readonly<Record<string, unknown>>;
}

/**
 * One Lambda for every step.
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
    if (step === 'summarize') return summarize(reports);
    const run = Object.hasOwn(steps, step) ? steps[step] : undefined;
    if (!run) throw new Error(`step: got ${step}, expected one of ${Object.keys(steps).join(', ')}`);
    const read = Object.entries(reports).map(([name, value]) => [name, readReport(name, value)] as const);
    const report = await run(parts, checked, Object.fromEntries(read));
    if (report.status === 'incomplete') throw new StepIncomplete(report);
    return report;
  };
}
