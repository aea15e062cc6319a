import { create } from 'xmlbuilder2';
import { type Finding, formatPlace, type Place } from '../model/finding.ts';
import { compareText } from '../model/order.ts';
import { visible } from '../model/visible.ts';
import type { Report } from './report.ts';

interface Entry {
  readonly finding: Finding;
  /** Why it was accepted; a failure otherwise. */
  readonly reason?: string;
}

type TestCase = Readonly<Record<string, unknown>>;

/**
 * A suite a stack or file, one failed case a finding, a skipped case with its reason for what was accepted.
 *
 * In the strict form of Apache Ant (JUnit.xsd of windyroad/JUnit-Schema), which every reader takes. Times are
 * zero and the timestamp is the day dates are evaluated for, so that the same input gives the same bytes.
 */
export function reportAsJunit(report: Report): string {
  const { command, findings, accepted, asOf, notRun = [] } = visible(report);
  const suites = new Map<string, Entry[]>();
  for (const entry of [...findings.map((finding): Entry => ({ finding })), ...accepted]) {
    const name = suiteOf(entry.finding.where) || 'assembly';
    suites.set(name, [...(suites.get(name) ?? []), entry]);
  }
  if (suites.size === 0) suites.set('assembly', []);
  const testsuite = [...suites]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, entries], id) => suite(command, name, id, entries.map(testCase), asOf));
  if (notRun.length > 0)
    testsuite.push(suite(command, 'not run', testsuite.length, notRun.map(leftOut), asOf));
  return `${create(options, { testsuites: { testsuite } }).end({ prettyPrint: true })}\n`;
}

const options = { version: '1.0', encoding: 'UTF-8' } as const;

const suiteOf = (where: Place): string =>
  'stack' in where ? where.stack : 'name' in where ? where.name : where.file;

function suite(command: string, name: string, id: number, cases: readonly TestCase[], asOf: string): object {
  const skipped = cases.filter((one) => 'skipped' in one).length;
  const none = { '@name': 'no findings', '@classname': command, '@time': '0' };
  return {
    '@name': name,
    '@package': command,
    '@id': `${id}`,
    '@timestamp': `${asOf}T00:00:00`,
    '@hostname': 'localhost',
    '@tests': `${Math.max(cases.length, 1)}`,
    '@failures': `${cases.length - skipped}`,
    '@errors': '0',
    '@skipped': `${skipped}`,
    '@time': '0',
    properties: {},
    testcase: cases.length === 0 ? none : cases,
    'system-out': {},
    'system-err': {},
  };
}

const testCase = ({ finding: { code, severity, where, got, expected, fix }, reason }: Entry): TestCase => ({
  '@name': token(
    [formatPlace(where), 'stack' in where ? where.property : undefined].filter(Boolean).join(' '),
  ),
  '@classname': token(code),
  '@time': '0',
  ...(reason === undefined
    ? { failure: { '@message': `got: ${got}; expected: ${expected}; fix: ${fix}`, '@type': severity } }
    : { skipped: { '@message': reason } }),
});

const leftOut = (what: string): TestCase => ({
  ...{ '@name': token(what), '@classname': 'not run', '@time': '0' },
  skipped: { '@message': what },
});

/** The schema's token has no line breaks and no space at its ends. */
const token = (text: string): string => text.replace(/\s+/g, ' ').trim();
