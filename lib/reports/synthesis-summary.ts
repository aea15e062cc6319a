import Table from 'cli-table3';
import { accountability } from './acknowledgement.ts';
import type { AcknowledgedFinding, Finding } from './validation-report.ts';

export interface SynthesisSummary {
  /** Built. */
  readonly vendors: readonly string[];
  /** Not built, because a gate is shut. */
  readonly shut: readonly string[];
  /** Rules of the gates. */
  readonly rulesRun: number;
  readonly stacks: number;
  readonly resources: number;
  /** Rules asked, summed over resources, by pack. */
  readonly evaluations: ReadonlyMap<string, number>;
  readonly validatedByCloudFormation: boolean;
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
  readonly seconds: number;
}

/** The summary as text of at most 80 columns. */
export function renderSummary(summary: SynthesisSummary): string {
  const packs = [...summary.evaluations].map(([pack, count]) => `${pack} ${thousands(count)}`);
  packs.push(
    `CloudFormation validation ${summary.validatedByCloudFormation ? 'on' : 'OFF (CDK_VALIDATION)'}`,
  );
  const rows: [string, string][] = [
    ['vendors', `${summary.vendors.length}  (${summary.vendors.join(', ')})`],
    ...(summary.shut.length > 0
      ? [
          ['not built', `${summary.shut.length}  (${summary.shut.join(', ')}): a gate is shut`] as [
            string,
            string,
          ],
        ]
      : []),
    ['gates', `${thousands(summary.rulesRun)} rules for each vendor`],
    ['stacks', thousands(summary.stacks)],
    ['resources', thousands(summary.resources)],
    ['checks run', packs.join('\n')],
    ['findings', thousands(summary.findings.length)],
    ['acknowledged', thousands(summary.acknowledged.length)],
    ['time', `${summary.seconds.toFixed(1)} s`],
  ];
  const parts = [];
  if (summary.acknowledged.length > 0) parts.push(renderAcknowledged(summary.acknowledged));
  if (summary.findings.length > 0) parts.push(renderFindings(summary.findings));
  parts.push(table(rows, [14, 62]));
  return `${parts.join('\n\n')}\n`;
}

function renderFindings(findings: readonly Finding[]): string {
  const rows = findings.map(({ rule, severity, place, description }) => [
    severity.toUpperCase(),
    [rule, `at ${place}`, withoutControlIds(description)].join('\n'),
  ]);
  return `Findings (${findings.length})\n${table(rows, [8, 72])}`;
}

/** The NIST pack lists dozens of control ids behind each sentence; the rule's name leads to them. */
const withoutControlIds = (description: string): string => description.replace(/ - \(Control IDs:.*\)/, '');

/** A row for each reason: the same reason holds for the same construct in every matter and vendor. */
function renderAcknowledged(acknowledged: readonly AcknowledgedFinding[]): string {
  const byReason = new Map<string, AcknowledgedFinding[]>();
  for (const finding of acknowledged) {
    const same = byReason.get(finding.reason);
    if (same) same.push(finding);
    else byReason.set(finding.reason, [finding]);
  }
  const rows = [...byReason].map(([reason, findings]) => {
    const answers = accountability(reason);
    const rules = [...new Set(findings.map(({ rule }) => rule.replace(/\[.*/, '')))].sort();
    const owner = answers ? `${answers.owner}, review by ${answers.reviewBy}` : 'aws-cdk-lib';
    return [String(findings.length), [...rules, answers?.text ?? reason, owner].join('\n')];
  });
  return `Acknowledged findings (${acknowledged.length})\n${table(rows, [6, 74])}`;
}

function table(rows: readonly string[][], colWidths: number[]): string {
  const out = new Table({
    colWidths,
    wordWrap: true,
    style: { border: [], 'padding-left': 0, 'padding-right': 1 },
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: ' ',
    },
  });
  out.push(...rows.map((row) => [...row]));
  return out.toString().replace(/ +$/gm, '');
}

const thousands = (count: number): string => count.toLocaleString('en-GB');
