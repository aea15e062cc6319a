import { type Finding, formatPlace, type Place } from '../model/finding.ts';
import { compareText } from '../model/order.ts';
import { visible } from '../model/visible.ts';
import { wrapText } from '../model/wrap-text.ts';
import { formatAuthority } from './gate-report.ts';
import { plainTable } from './plain-table.ts';
import type { Accepted, Report } from './report.ts';
import { thousands } from './thousands.ts';

/** Adds colour to a text; the identity function off a terminal. */
export type Paint = (text: string, colour: 'red' | 'yellow' | 'green' | 'bold' | 'dim') => string;

const columns = 80;

/** More findings than a reader takes in one by one. */
const many = 20;
const indent = 12;

/** The report a person reads, in at most 80 columns: what is accepted, what is found, then the summary. */
export function reportAsText(given: Report, paint: Paint = (text) => text): string {
  const report = visible(given);
  const { findings, accepted, notice } = report;
  return `${[
    ...(['acknowledged', 'excepted', 'waived'] as const).flatMap((how) =>
      acceptedBlock(
        how,
        accepted.filter((one) => one.how === how),
      ),
    ),
    ...findings.map((finding) => findingBlock(finding, paint)),
    ...(findings.length > many ? [byCode(findings)] : []),
    summary(report, paint),
    ...(notice === undefined ? [] : [wrapText(notice, columns).join('\n')]),
  ].join('\n\n')}\n`;
}

/** A row for each reason: the same reason holds for the same construct in every matter and vendor. */
function acceptedBlock(how: Accepted['how'], accepted: readonly Accepted[]): string[] {
  if (accepted.length === 0) return [];
  const byReason = new Map<string, Accepted[]>();
  for (const one of accepted) {
    const key = JSON.stringify([one.reason, one.owner, one.approver, one.until]);
    byReason.set(key, [...(byReason.get(key) ?? []), one]);
  }
  const rows = [...byReason.values()].map((same) => {
    const [{ reason, owner, approver, until }] = same as [Accepted];
    const codes = [...new Set(same.map(({ finding }) => finding.code.replace(/\[.*/s, '')))];
    const answers =
      how === 'acknowledged'
        ? `${owner}, review by ${until}`
        : `${owner}, approved by ${approver}, until ${until}`;
    return [`${same.length}`, [...codes.sort(compareText), reason, answers].join('\n')];
  });
  const heading = `${how.charAt(0).toUpperCase()}${how.slice(1)} findings (${thousands(accepted.length)})`;
  return [`${heading}\n${plainTable(rows, { widths: [6, 74], gap: ' ' })}`];
}

/** A row for each code: what one cause finds at many places comes first. */
function byCode(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { code } of findings) {
    const bare = code.replace(/\[.*/s, '');
    counts.set(bare, (counts.get(bare) ?? 0) + 1);
  }
  const rows = [...counts]
    .sort(([a, one], [b, other]) => other - one || compareText(a, b))
    .map(([code, count]) => [thousands(count), code]);
  const heading = 'Findings by code; `lpo explain CODE` says what is behind one of ours';
  return `${heading}\n${plainTable(rows, { widths: [6, 74], gap: ' ' })}`;
}

function findingBlock(finding: Finding, paint: Paint): string {
  const {
    code,
    severity,
    where,
    title = '',
    got,
    expected,
    fix,
    source,
    matter,
    authority,
    waivable,
  } = finding;
  const grave = severity === 'critical' || severity === 'high';
  const rows: [string, string | undefined][] = [
    // A pack's title is what it got, with dozens of control ids that the rule's name leads to.
    ['rule', title.startsWith(got) ? undefined : title],
    ...placeRows(where),
    ['matter', matter],
    ['got', got],
    ['expected', expected],
    ['source', authority && formatAuthority(authority)],
    ['fix', fix],
    ['waiver', source === 'Gate' && grave ? waiver(waivable) : undefined],
  ];
  return [
    `${paint(severity.toUpperCase(), grave ? 'red' : 'yellow')}  ${paint(code, 'bold')}`,
    ...rows.flatMap(([name, text]) => (text ? row(name, text, paint) : [])),
  ].join('\n');
}

const waiver = (possible = false): string =>
  possible ? 'possible, with an approver and an end' : 'not possible';

function placeRows(where: Place): [string, string | undefined][] {
  if (!('stack' in where)) return [['where', formatPlace(where)]];
  return [
    ['stack', where.stack],
    ['resource', where.logicalId],
    ['construct', where.constructPath],
    ['property', where.property],
  ];
}

function row(name: string, text: string, paint: Paint): string[] {
  const [first = '', ...rest] = wrapText(text, columns - indent);
  return [
    `  ${paint(name.padEnd(indent - 2), 'dim')}${first}`,
    ...rest.map((line) => ' '.repeat(indent) + line),
  ];
}

function summary({ facts, findings, accepted, notRun = [] }: Report, paint: Paint): string {
  const how = (which: Accepted['how']): string[][] => {
    const count = accepted.filter((one) => one.how === which).length;
    return count > 0 ? [[which, thousands(count)]] : [];
  };
  const timing = facts.filter(({ name }) => name === 'time');
  const rows = [
    ...facts.filter((fact) => !timing.includes(fact)).map(({ name, text }) => [name, text]),
    ...(notRun.length > 0 ? [['not run', paint(notRun.join('\n'), 'yellow')]] : []),
    ['findings', paint(thousands(findings.length), findings.length > 0 ? 'red' : 'green')],
    ...how('acknowledged'),
    ...how('excepted'),
    ...how('waived'),
    ...timing.map(({ name, text }) => [name, text]),
  ];
  return plainTable(rows, { widths: [14, 66], gap: ' ' });
}
