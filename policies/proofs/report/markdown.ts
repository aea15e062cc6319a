import { formatPlace } from '../../../lib/model/finding.ts';
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
      row([
        result.statement.part,
        result.statement.title,
        result.world,
        result.subject,
        result.verdict.kind,
        reasonsOf(result).join(', '),
      ]),
    ),
    ...(open.length === 0 ? [] : ['', '## Not proved', ...open.flatMap(section)]),
    ...(report.failures.length === 0 ? [] : ['', '## Not understood', '']),
    ...report.failures.map(
      ({ code, where, got, expected }) =>
        `- \`${code}\` ${formatPlace(where)} ${where.property ?? ''}: got ${got}; expected ${expected}`,
    ),
    '',
    '## What this does not say',
    '',
    ...limits.map((limit) => `- ${limit}`),
    '',
  ].join('\n');
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function section(result: ProofResult): string[] {
  const { verdict } = result;
  const head = ['', `### ${result.world}, ${result.subject}`, '', result.statement.title, ''];
  if (verdict.kind === 'unknown') return [...head, `Unknown: ${verdict.reason}`];
  if (verdict.kind === 'proved') return head;
  if ('witness' in verdict)
    return [
      ...head,
      ...verdict.witness.map((way) => `- ${way}`),
      ...verdict.culprits.map((cause) => `- cause: ${cause}`),
    ];
  const example = exampleOf(verdict.counterExample, result);
  return [
    ...head,
    `- who: ${example.who}`,
    `- does: \`${example.action}\``,
    `- on: \`${example.resource}\``,
    ...example.context.map((key) => `- when: \`${key}\``),
    ...example.allowedBy.map((name) => `- allowed by: ${name}`),
    ...example.missedBy.map((name) => `- missed by: ${name}`),
  ];
}
