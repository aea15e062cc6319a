import type { Expiry } from '../gates/expiring.ts';
import { gateNotice } from './gate-text.ts';
import { labelled, wrapText } from './wrap-text.ts';

/** What will shut a gate, by day. */
export function renderExpiring(expiries: readonly Expiry[], asOf: string, days: number): string {
  const heading = `Expiring in the ${days} days after ${asOf}: ${expiries.length}`;
  return `${[
    heading,
    '',
    ...expiries.flatMap(({ on, finding }) => [
      `${on} ${finding.vendor} ${finding.rule}`,
      labelled('where', `${finding.file}:${finding.line}:${finding.column}`),
      labelled('got', finding.got),
      labelled('to mend', finding.fix),
      '',
    ]),
    ...wrapText(gateNotice, 80),
  ].join('\n')}\n`;
}
