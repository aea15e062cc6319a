import type { GateResult, VendorGate } from '../gates/evaluate-gates.ts';
import { gateNotice, sourceOf } from './gate-text.ts';

/** The report that goes into a ticket or a pull request. */
export function renderGateMarkdown({ asOf, rulesRun, vendors }: GateResult): string {
  return `${[
    `# Gates as of ${asOf}`,
    `${rulesRun} rules, ${vendors.length} vendors.`,
    ...vendors.map(renderVendor),
    `_${gateNotice}_`,
  ].join('\n\n')}\n`;
}

function renderVendor({ vendor, open, findings }: VendorGate): string {
  const heading = `## ${vendor}: ${open ? 'open' : 'shut'}`;
  if (findings.length === 0) return `${heading}\n\nNo findings.`;
  const rows = findings.map((finding) =>
    [
      finding.waiver ? 'waived' : finding.severity,
      finding.rule,
      `${finding.file}:${finding.line}:${finding.column}`,
      finding.got,
      finding.expected,
      sourceOf(finding),
      finding.fix,
    ]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  );
  return [
    heading,
    '',
    '| | Rule | Where | Got | Needed | Source | To mend |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
