import { count } from '../../../lib/model/count.ts';
import { formatPlace } from '../../../lib/model/finding.ts';
import { visibleLine, visibleText } from '../../../lib/model/visible.ts';
import { wrapText } from '../../../lib/model/wrap-text.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import type { ProofReport, ProofResult } from '../prove-assembly.ts';
import { countVerdicts, exampleOf, reasonsOf } from './conclusion.ts';
import { limits } from './limits.ts';

const width = 80;
const shown = 3;

/** The report for a terminal, 80 columns wide. */
export function proofText(report: ProofReport): string {
  const lines: string[] = [];
  const counts = countVerdicts(report.results);
  const worlds = new Set(report.results.map(({ world }) => world));
  lines.push(
    `${count(worlds.size, 'stage')}: ${counts.proved} proved, ${counts.refuted} refuted, ${counts.unknown} unknown`,
  );
  for (const [part, statements] of byPart(report.results)) {
    lines.push('', part);
    for (const [statement, results] of statements) lines.push(...statementLines(statement, results));
  }
  if (report.failures.length > 0) {
    lines.push('', `not understood, so nothing about these vendors is proved`);
    for (const { code, where, got, expected } of report.failures) {
      lines.push(visibleLine(`  ${code} ${formatPlace(where)} ${where.property ?? ''}`.trimEnd()));
      lines.push(...wrap(`got ${got}; expected ${expected}`, 4, width));
    }
  }
  if (report.vendors === 0) lines.push('', 'No matter in any stack, so there was nothing else to prove.');
  lines.push('', 'What this does not say');
  for (const limit of limits) lines.push(...wrap(limit, 2, width));
  return visibleText(`${lines.join('\n')}\n`);
}

function byPart(results: readonly ProofResult[]): Map<string, Map<ProofStatement, ProofResult[]>> {
  const parts = new Map<string, Map<ProofStatement, ProofResult[]>>();
  for (const result of results) {
    const { statement } = result;
    const part = parts.get(statement.part) ?? new Map<ProofStatement, ProofResult[]>();
    part.set(statement, [...(part.get(statement) ?? []), result]);
    parts.set(statement.part, part);
  }
  return parts;
}

function statementLines(statement: ProofStatement, results: readonly ProofResult[]): string[] {
  const { refuted, unknown } = countVerdicts(results);
  const verdict = refuted > 0 ? 'REFUTED' : unknown > 0 ? 'UNKNOWN' : 'proved';
  const milliseconds = results.reduce((sum, result) => sum + result.milliseconds, 0);
  const [first = '', ...rest] = wrap(statement.title, 11, width);
  const lines = [`  ${verdict.padEnd(9)}${first.trimStart()}`, ...rest];
  lines.push(`           ${statement.id}, ${results.length} subjects, ${milliseconds.toFixed(0)} ms`);
  const reasons = [...new Set(results.flatMap(reasonsOf))];
  if (verdict === 'proved') {
    const some =
      reasons.slice(0, 6).join(', ') + (reasons.length > 6 ? ` and ${reasons.length - 6} more` : '');
    lines.push(...wrap(`by ${some}`, 11, width));
    return lines;
  }
  const open = results.filter((result) => result.verdict.kind !== 'proved');
  for (const result of open.slice(0, shown)) lines.push(...openLines(result));
  if (open.length > shown) lines.push(`           and ${open.length - shown} more; --format json has all`);
  return lines;
}

function openLines(result: ProofResult): string[] {
  const { verdict } = result;
  const head = wrap(`${result.world}, ${result.subject}`, 11, width);
  if (verdict.kind === 'unknown') return [...head, ...wrap(`unknown: ${verdict.reason}`, 13, width)];
  if (verdict.kind === 'proved') return head;
  if ('witness' in verdict) {
    return [...head, ...field('way', verdict.witness), ...field('cause', verdict.culprits)];
  }
  const example = exampleOf(verdict.counterExample, result);
  return [
    ...head,
    ...field('who', [example.who]),
    ...field('does', [example.action]),
    ...field('on', [example.resource]),
    ...field('when', example.context),
    ...field('allowed', example.allowedBy),
    ...field('missed', example.missedBy.slice(0, 5)),
  ];
}

function field(name: string, values: readonly string[]): string[] {
  return values.flatMap((value, index) => {
    const [first = '', ...rest] = wrap(value, 22, width);
    return [`             ${(index === 0 ? name : '').padEnd(9)}${first.trimStart()}`, ...rest];
  });
}

/** Indented lines; a name stays whole, however long, so that it can be copied. */
const wrap = (text: string, indent: number, width: number): string[] =>
  wrapText(text, width - indent, 'whole').map((line) => ' '.repeat(indent) + line);
