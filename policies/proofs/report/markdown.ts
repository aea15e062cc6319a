import { formatPlace } from '../../../lib/model/finding.ts';
import { markdownCode, markdownRow, markdownText } from '../../../lib/model/markdown-text.ts';
import type { ProofReport, ProofResult } from '../prove-assembly.ts';
import { countVerdicts, exampleOf, reasonsOf } from './conclusion.ts';
import { limits } from './limits.ts';

/** The report for a reviewer's file. Times are left out: same input, same bytes. */
export function proofMarkdown(report: ProofReport): string {
  const { proved, refuted, unknown } = countVerdicts(report.results);
  const open = report.results.filter(({ verdict }) => verdict.kind !== 'proved');
  return [
    '# Proofs',
    '',
    `${proved} proved, ${refuted} refuted, ${unknown} unknown.`,
    '',
    '| Part | Statement | Vendor | Subject | Verdict | Decided by |',
    '|---|---|---|---|---|---|',
    ...report.results.map((result) =>
      markdownRow(
        [
          result.statement.part,
          result.statement.title,
          result.world,
          result.subject,
          result.verdict.kind,
          reasonsOf(result).join(', '),
        ].map(markdownText),
      ),
    ),
    ...(open.length === 0 ? [] : ['', '## Not proved', ...open.flatMap(section)]),
    ...(report.failures.length === 0 ? [] : ['', '## Not understood', '']),
    ...report.failures.map(
      ({ code, where, got, expected }) =>
        `- ${markdownCode(code)} ${markdownText(`${formatPlace(where)} ${where.property ?? ''}: got ${got}; expected ${expected}`)}`,
    ),
    '',
    '## What this does not say',
    '',
    ...limits.map((limit) => `- ${limit}`),
    '',
  ].join('\n');
}

function section(result: ProofResult): string[] {
  const { verdict } = result;
  const head = [
    '',
    `### ${markdownText(`${result.world}, ${result.subject}`)}`,
    '',
    result.statement.title,
    '',
  ];
  if (verdict.kind === 'unknown') return [...head, `Unknown: ${markdownText(verdict.reason)}`];
  if (verdict.kind === 'proved') return head;
  if ('witness' in verdict)
    return [
      ...head,
      ...verdict.witness.map((way) => `- ${markdownText(way)}`),
      ...verdict.culprits.map((cause) => `- cause: ${markdownText(cause)}`),
    ];
  const example = exampleOf(verdict.counterExample, result);
  return [
    ...head,
    `- who: ${markdownText(example.who)}`,
    `- does: ${markdownCode(example.action)}`,
    `- on: ${markdownCode(example.resource)}`,
    ...example.context.map((key) => `- when: ${markdownCode(key)}`),
    ...example.allowedBy.map((name) => `- allowed by: ${markdownText(name)}`),
    ...example.missedBy.map((name) => `- missed by: ${markdownText(name)}`),
  ];
}
