import type { Lapse } from '../gates/lapses.ts';
import { formatPlace } from '../model/finding.ts';
import { gateNotice } from './gate-report.ts';
import { labelled, wrapText } from './wrap-text.ts';

/** What will shut a gate, by day. */
export function renderLapses(lapses: readonly Lapse[], asOf: string, days: number): string {
  const heading = `Lapses in the ${days} days after ${asOf}: ${lapses.length}`;
  return `${[
    heading,
    '',
    ...lapses.flatMap(({ on, finding }) => [
      `${on} ${finding.vendor} ${finding.code}`,
      labelled('where', formatPlace(finding.where)),
      labelled('got', finding.got),
      labelled('fix', finding.fix),
      '',
    ]),
    ...wrapText(gateNotice, 80),
  ].join('\n')}\n`;
}
