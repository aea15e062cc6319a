import { count } from '../model/count.ts';
import type { Finding } from '../model/finding.ts';
import { labelled, wrapText } from '../model/wrap-text.ts';
import { gateNotice } from './gate-report.ts';

/** Records a new vendor file still lacks before its gate opens. */
export function renderMissing(file: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return `Written: ${file}\nIts gate is open.\n`;
  const records = `${count(findings.length, 'record')} ${findings.length === 1 ? 'is' : 'are'}`;
  return `${[
    `Written: ${file}`,
    `Its gate is shut: ${records} missing or not in order.`,
    '',
    ...findings.map(({ code, got, expected }) => labelled(code, `${got}; expected: ${expected}`)),
    '',
    ...wrapText('`npx lpo validate` gives the legal source and the place of each.', 80),
    ...wrapText(gateNotice, 80),
  ].join('\n')}\n`;
}
