import type { Expiry } from '../gates/expiring.ts';
import { formatPlace } from '../model/finding.ts';
import { labelled, wrapText } from '../model/wrap-text.ts';
import { gateNotice } from './gate-report.ts';

/** Records that will shut a gate, by day. */
export function renderExpiring(expiries: readonly Expiry[], asOf: string, days: number): string {
  const heading = `Expiring in the ${days} days after ${asOf}: ${expiries.length}`;
  return `${[
    heading,
    '',
    ...expiries.flatMap(({ on, finding }) => [
      `${on} ${finding.vendor} ${finding.code}`,
      labelled('where', formatPlace(finding.where)),
      labelled('got', finding.got),
      labelled('fix', finding.fix),
      '',
    ]),
    ...wrapText(gateNotice, 80),
  ].join('\n')}\n`;
}
