import type { Finding } from '../../../policies/catalogue/finding.ts';
import type { CheckResult } from '../../../policies/pipeline/check-assembly.ts';
import { count } from '../../model/count.ts';

/** A comment for a pull request. */
export function findingsAsMarkdown(result: CheckResult): string {
  const { findings, acknowledged, excepted, stacks, resources } = result;
  const head = findings.length === 0 ? 'No findings' : count(findings.length, 'finding');
  return [
    `## ${head}`,
    '',
    `${stacks} stacks, ${resources} resources; ${acknowledged.length} findings acknowledged, ${excepted.length} excepted.`,
    ...(findings.length > 0
      ? [
          '',
          '| Severity | Rule | Where | Found | Expected | To mend |',
          '| --- | --- | --- | --- | --- | --- |',
        ]
      : []),
    ...findings.map(row),
    '',
  ].join('\n');
}

const row = (finding: Finding): string =>
  `| ${[
    finding.severity,
    `\`${finding.rule}\``,
    `${finding.constructPath ?? [finding.stack, finding.logicalId].filter(Boolean).join('/')} ${finding.property === '-' ? '' : finding.property}`,
    finding.got,
    finding.expected,
    finding.fix,
  ]
    .map(cell)
    .join(' | ')} |`;

/** A cell is one line, and a bar inside it is text. */
const cell = (text: string): string =>
  text
    .trim()
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ');
