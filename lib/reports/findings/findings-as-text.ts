import type { Finding } from '../../../policies/catalogue/finding.ts';
import type { CheckResult } from '../../../policies/pipeline/check-assembly.ts';

/** Adds colour to a text; the identity function off a terminal. */
export type Paint = (text: string, colour: 'red' | 'yellow' | 'green' | 'bold' | 'dim') => string;

const columns = 80;
const indent = 12;

/** Findings as text of at most 80 columns, then a summary. */
export function findingsAsText(result: CheckResult, paint: Paint = (text) => text): string {
  const blocks = result.findings.map((finding) => block(finding, paint));
  return `${[...blocks, summary(result, paint)].join('\n\n')}\n`;
}

function block(finding: Finding, paint: Paint): string {
  const grave = finding.severity === 'critical' || finding.severity === 'high';
  const head = `${paint(finding.severity.toUpperCase(), grave ? 'red' : 'yellow')}  ${paint(finding.rule, 'bold')}`;
  const rows: [string, string | undefined][] = [
    ['control', finding.source === 'LPO' ? `${finding.control} ${finding.title}` : undefined],
    ['stack', finding.stack],
    ['resource', finding.logicalId],
    ['construct', finding.constructPath],
    ['property', finding.property === '-' ? undefined : finding.property],
    ['found', finding.got],
    ['expected', finding.expected],
    ['to mend', finding.fix],
  ];
  const body = rows.flatMap(([name, text]) => (text === undefined ? [] : row(name, text, paint)));
  return [head, ...body].join('\n');
}

function row(name: string, text: string, paint: Paint): string[] {
  const [first = '', ...rest] = wrap(text, columns - indent);
  return [
    `  ${paint(name.padEnd(indent - 2), 'dim')}${first}`,
    ...rest.map((line) => ' '.repeat(indent) + line),
  ];
}

/** Breaks at spaces, and inside a word only where it is longer than a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    let rest = word;
    if (line && line.length + 1 + rest.length > width) {
      lines.push(line);
      line = '';
    }
    while (rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = line ? `${line} ${rest}` : rest;
  }
  return line ? [...lines, line] : lines;
}

function summary(result: CheckResult, paint: Paint): string {
  const count = (number: number) => number.toLocaleString('en-GB');
  const found = result.findings.length;
  const rows = [
    ['assembly', result.directory],
    ['stacks', count(result.stacks)],
    ['resources', count(result.resources)],
    ...result.runs.map(({ source, evaluations, milliseconds }, index) => [
      index === 0 ? 'checks run' : '',
      `${source.padEnd(28)}${count(evaluations).padStart(8)}${milliseconds > 0 ? `${(milliseconds / 1000).toFixed(1).padStart(8)} s` : ''}`,
    ]),
    ['findings', paint(count(found), found > 0 ? 'red' : 'green')],
    ['acknowledged', count(result.acknowledged.length)],
    ['excepted', count(result.excepted.length)],
  ];
  return rows.map(([name = '', text = '']) => `${name.padEnd(14)}${text}`).join('\n');
}
