import { count } from '../model/count.ts';
import { type Finding, formatPlace } from '../model/finding.ts';
import { markdownCode, markdownRow, markdownText } from '../model/markdown-text.ts';
import { formatAuthority } from './gate-report.ts';
import type { Report } from './report.ts';

/** A comment for a pull request, or a page for a ticket. */
export function reportAsMarkdown({
  command,
  asOf,
  facts,
  findings,
  accepted,
  notRun = [],
  notice,
}: Report): string {
  const head = findings.length === 0 ? 'No findings' : count(findings.length, 'finding');
  return [
    `## ${head}`,
    '',
    `${markdownCode(command)} as of ${asOf}; ${accepted.length} accepted.`,
    '',
    ...facts
      .filter(({ data }) => Object.keys(data).length > 0)
      .flatMap(({ name, text }) =>
        text.split('\n').map((line) => `- ${name}: ${markdownText(timeless(line))}`),
      ),
    ...notRun.map((what) => `- **not run** ${markdownText(what)}`),
    ...(findings.length > 0
      ? [
          '',
          '| Severity | Code | Where | Got | Expected | Fix | Source |',
          '| --- | --- | --- | --- | --- | --- | --- |',
          ...findings.map(row),
        ]
      : []),
    ...(notice === undefined ? [] : ['', `_${notice}_`]),
    '',
  ].join('\n');
}

/** Line without its times, which change from run to run. */
const timeless = (line: string): string => line.replace(/ +[\d.]+ s$/, '').replace(/ +/g, ' ');

const row = ({ severity, code, where, got, expected, fix, source, authority }: Finding): string => {
  const property = 'stack' in where ? where.property : undefined;
  return markdownRow([
    severity,
    markdownCode(code),
    ...[
      [formatPlace(where), property].filter(Boolean).join(' '),
      got,
      expected,
      fix,
      authority ? formatAuthority(authority) : source,
    ].map(markdownText),
  ]);
};
