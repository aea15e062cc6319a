import { count } from '../../model/count.ts';
import { formatFinding } from '../../model/finding.ts';
import type { LedgerVerdict } from './verify-ledger.ts';

const shown = 20;

/** Output of `lpo ledger verify`. */
export function renderVerdict(verdict: LedgerVerdict): string {
  const { findings } = verdict;
  const details = findings.slice(0, shown).flatMap((finding) => [formatFinding(finding), '']);
  const more = findings.length > shown ? [`... and ${findings.length - shown} more.`, ''] : [];
  const facts = [
    `Ledger ${verdict.ledger || 'unknown'}: ${verdict.records} records, ${verdict.checkpoints} checkpoints.`,
    `  last record  ${verdict.lastAt || 'none'}`,
    `  head         ${verdict.head || 'none'}`,
    `  sealed       all but the last ${verdict.unsealed}`,
  ];
  const outcome =
    findings.length === 0
      ? [
          'Chain and checkpoints hold. A copy cut right after a checkpoint looks whole:',
          'compare the head with the integrity sheet, or pass it as --expect-head.',
        ]
      : [`${count(findings.length, 'finding')}: this copy is not the ledger as written.`];
  return `${[...details, ...more, ...facts, ...outcome].join('\n')}\n`;
}
