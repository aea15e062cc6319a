import type { GateResult, VendorGate } from '../gates/evaluate-gates.ts';
import { count } from '../model/count.ts';
import type { Authority } from '../model/finding.ts';
import { bySeverity } from '../model/finding-order.ts';
import type { Report } from './report.ts';
import { thousands } from './thousands.ts';

/** Notice of what the gates can and cannot say; printed under every report. */
export const gateNotice =
  'The gates check that records exist, are current and fit together. They read no document and clear no ' +
  'conflict. Not legal advice.';

/** The gates of every vendor as a report. */
export const gateReport = ({ asOf, rulesRun, vendors }: GateResult): Report => ({
  command: 'lpo validate',
  asOf,
  facts: [
    { name: 'as of', text: asOf, data: {} },
    { name: 'rules', text: thousands(rulesRun), data: { rulesRun } },
    {
      name: 'gates',
      text: vendors.map(verdict).join('\n'),
      data: { vendors: vendors.map(({ vendor, open }) => ({ vendor, open })) },
    },
  ],
  findings: vendors.flatMap(({ findings }) => findings).sort(bySeverity),
  accepted: vendors.flatMap(({ waived }) =>
    waived.map(({ finding, waiver: { reason, owner, approver, expiresOn } }) => ({
      ...{ how: 'waived' as const, finding, reason, owner, approver, until: expiresOn },
    })),
  ),
  notice: gateNotice,
});

function verdict({ vendor, open, findings, waived }: VendorGate): string {
  const high = findings.filter(({ severity }) => severity === 'high').length;
  const lesser = findings.length - high;
  return [
    `${vendor}: ${open ? 'open' : 'shut, so nothing is built for it'}`,
    ...(high > 0 ? [count(high, 'finding')] : []),
    ...(waived.length > 0 ? [`${waived.length} waived`] : []),
    ...(lesser > 0 ? [count(lesser, 'warning')] : []),
  ].join(', ');
}

/** The citation with its date and mark; L and † say that they only warn. */
export function formatAuthority({ citation, asOf, confidence, unseen }: Authority): string {
  const mark = confidence === 'policy' ? 'rule of this blueprint' : `confidence ${confidence}`;
  const weak = confidence === 'L' || unseen ? '; not confirmed, so it only warns' : '';
  return `${citation}${unseen ? ' †' : ''} (as of ${asOf}, ${mark}${weak})`;
}
