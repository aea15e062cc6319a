import { create } from 'xmlbuilder2';
import type { Finding } from '../../../policies/catalogue/finding.ts';
import type { CheckResult } from '../../../policies/pipeline/check-assembly.ts';

interface Entry {
  readonly finding: Finding;
  /** Why it was accepted; a failure otherwise. */
  readonly reason?: string;
}

/**
 * JUnit report: a suite a stack, one failed case a finding, a skipped case with its reason for what was accepted.
 *
 * In the strict form of Apache Ant (JUnit.xsd of windyroad/JUnit-Schema), which every reader takes. Times are
 * zero and the timestamp is the day dates are judged on, so that the same assembly gives the same bytes.
 */
export function findingsAsJunit(result: CheckResult): string {
  const stacks = new Map<string, Entry[]>();
  const add = (entry: Entry) => {
    const name = entry.finding.stack || 'assembly';
    stacks.set(name, [...(stacks.get(name) ?? []), entry]);
  };
  for (const finding of result.findings) add({ finding });
  for (const { finding, reason } of result.acknowledged) add({ finding, reason });
  for (const { finding, exception } of result.excepted) add({ finding, reason: exception.reason });
  if (stacks.size === 0) stacks.set('assembly', []);
  const testsuite = [...stacks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stack, entries], id) => suite(stack, id, entries, result.asOf));
  return `${create(options, { testsuites: { testsuite } }).end({ prettyPrint: true })}\n`;
}

/** What XML 1.0 cannot hold, not even escaped, shows as U+FFFD. */
const options = { version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\ufffd' } as const;

function suite(stack: string, id: number, entries: readonly Entry[], asOf: string): object {
  const skipped = entries.filter(({ reason }) => reason !== undefined).length;
  const none = { '@name': 'no findings', '@classname': 'lpo', '@time': '0' };
  return {
    '@name': stack,
    '@package': 'lpo',
    '@id': String(id),
    '@timestamp': `${asOf}T00:00:00`,
    '@hostname': 'localhost',
    '@tests': String(Math.max(entries.length, 1)),
    '@failures': String(entries.length - skipped),
    '@errors': '0',
    '@skipped': String(skipped),
    '@time': '0',
    properties: {},
    testcase: entries.length === 0 ? none : entries.map(testCase),
    'system-out': {},
    'system-err': {},
  };
}

const testCase = ({ finding, reason }: Entry): object => ({
  '@name': token(`${finding.constructPath ?? finding.logicalId ?? finding.stack} ${finding.property}`),
  '@classname': token(finding.rule),
  '@time': '0',
  ...(reason === undefined
    ? { failure: { '@message': message(finding), '@type': finding.severity } }
    : { skipped: { '@message': reason } }),
});

const message = ({ got, expected, fix }: Finding): string =>
  `found: ${got}; expected: ${expected}; to mend: ${fix}`;

/** The schema's token has no line breaks and no space at its ends. */
const token = (text: string): string => text.replace(/\s+/g, ' ').trim();
