import type { Lapse } from '../gates/lapses.ts';
import { gateNotice } from './gate-text.ts';
import { labelled, wrapText } from './wrap-text.ts';

/** What will shut a gate, by day. */
export function renderLapses(lapses: readonly Lapse[], asOf: string, days: number): string {
  const heading = `Lapses in the ${days} days after ${asOf}: ${lapses.length}`;
  return `${[
    heading,
    '',
    ...lapses.flatMap(({ on, finding }) => [
      `${on} ${finding.vendor} ${finding.rule}`,
      labelled('where', `${finding.file}:${finding.line}:${finding.column}`),
      labelled('got', finding.got),
      labelled('to mend', finding.fix),
      '',
    ]),
    ...wrapText(gateNotice, 80),
  ].join('\n')}\n`;
}
