import type { Finding } from '../gates/finding.ts';
import { gateNotice } from './gate-text.ts';
import { labelled, wrapText } from './wrap-text.ts';

/** What a new vendor file still lacks before its gate opens. */
export function renderMissing(file: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return `Written: ${file}\nIts gate is open.\n`;
  const count = findings.length === 1 ? 'one record is' : `${findings.length} records are`;
  return `${[
    `Written: ${file}`,
    `Its gate is shut: ${count} missing or not in order.`,
    '',
    ...findings.map(({ rule, got, expected }) => `${labelled(rule, `${got}; needed: ${expected}`)}`),
    '',
    ...wrapText('`npx lpo validate` gives the legal source and the place of each.', 80),
    ...wrapText(gateNotice, 80),
  ].join('\n')}\n`;
}
