import type { VendorGate } from '../../../gates/evaluate-gates.ts';
import { shuts } from '../../../gates/rule-hit.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hashOf } from '../ledger-record.ts';
import type { LedgerEvent } from '../record-events.ts';

/** Event for the decision of a vendor's gate on a day; the same answer on the same day is the same event. */
export function gateEvent(gate: VendorGate, asOf: string, actor: string): LedgerEvent {
  const report = hashOf(canonicalJson(JSON.parse(JSON.stringify({ asOf, ...gate }))));
  return {
    type: 'gate-decision',
    body: {
      event: `gate/${asOf}/${report.slice(0, 32)}`,
      gate: 'validate',
      asOf,
      decision: gate.open ? 'allow' : 'refuse',
      rules: [...new Set(gate.findings.filter(shuts).map(({ code }) => code))].sort(),
      report,
      actor,
    },
  };
}
