import type { Finding, StackPlace } from '../../../lib/model/finding.ts';
import type { Report } from '../../../lib/reports/report.ts';
import { reportAsJunit } from '../../../lib/reports/report-as-junit.ts';
import { reportAsSarif } from '../../../lib/reports/report-as-sarif.ts';
import { junitFaults } from '../../support/junit-schema.ts';
import { sarifFaults } from '../../support/sarif-schema.ts';

const finding: Finding<StackPlace> = {
  source: 'LPO',
  code: 'LPO-DAT-02/bucket-is-private',
  control: 'LPO-DAT-02',
  title: 'Encrypted transport, nothing public',
  severity: 'critical',
  where: {
    stack: 'meridian/Matter-m-7f3a9c',
    file: 'cdk.out/assembly-meridian/Matter.template.json',
    logicalId: 'Documents7E5B2978',
    constructPath: 'meridian/Matter-m-7f3a9c/Documents/Resource',
    property: 'PublicAccessBlockConfiguration.BlockPublicAcls',
  },
  got: 'false',
  expected: 'all four public access blocks are on',
  fix: 'set them to true',
};
const nothing: Report = {
  command: 'lpo check',
  asOf: '2026-11-21',
  facts: [],
  findings: [],
  accepted: [],
};
const acknowledged = {
  ...{ how: 'acknowledged' as const, finding, reason: 'it is a log', owner: 'platform' },
  until: '2027-01-01',
};
const excepted = {
  ...{ how: 'excepted' as const, finding, reason: 'moves next month', owner: 'platform' },
  ...{ approver: 'security', until: '2026-12-31' },
};
const everywhere = (text: string): Finding<StackPlace> => ({
  ...finding,
  code: `LPO-DAT-02/${text}`,
  title: text,
  where: { stack: text, file: text, logicalId: text, constructPath: text, property: text },
  got: text,
  expected: text,
  fix: text,
});
const odd = {
  'control characters': 'a\u0000b\u0007c\u000bd\u001be\u007ff\u0085g',
  'the end of a CDATA section': 'a]]>b<![CDATA[c',
  markup: '<a b="c">&amp;\'</a><!-- -- --><?pi?>',
  emoji: '👩‍⚖️ 🔒',
  'a high surrogate alone': 'a\ud83db',
  'a low surrogate alone': 'a\udd12b',
  noncharacters: 'a\ufffeb\uffffc',
  'line breaks and tabs': ' a\r\nb\tc\u2028d ',
  'a path with everything in it': 'C:\\a b#c?d%e/{f}|"g".json',
  'nothing at all': '',
};
const results: Record<string, Report> = {
  findings: {
    ...nothing,
    findings: (['critical', 'high', 'medium', 'low'] as const).map((severity) => ({ ...finding, severity })),
  },
  'no findings': nothing,
  'a finding without a resource, a file or a path': {
    ...nothing,
    findings: [{ ...finding, where: { stack: '' } }],
  },
  'a finding in a file': {
    ...nothing,
    findings: [
      { ...finding, where: { file: 'config/vendors/luzon.yaml', line: 3, column: 7 } },
      { ...finding, where: { file: 'config/law' } },
    ],
  },
  'a finding about no file': { ...nothing, findings: [{ ...finding, where: { name: 'command line' } }] },
  acknowledgements: { ...nothing, accepted: [acknowledged] },
  exceptions: { ...nothing, accepted: [excepted] },
  ...Object.fromEntries(
    Object.entries(odd).map(([name, text]) => [
      name,
      {
        ...nothing,
        findings: [
          everywhere(text),
          { ...finding, where: { name: text } },
          { ...finding, where: { file: text } },
        ],
        accepted: [
          { ...acknowledged, finding: everywhere(text), reason: text },
          { ...excepted, finding: everywhere(text), reason: text },
        ],
      },
    ]),
  ),
};

describe.each(Object.entries(results))('%s', (_name, result) => {
  test('SARIF validates against the schema of SARIF 2.1.0', () => {
    expect(sarifFaults(reportAsSarif(result))).toEqual([]);
  });

  test("JUnit validates against the schema of Ant's JUnit report", async () => {
    expect(await junitFaults(reportAsJunit(result))).toEqual([]);
  });
});

test('a character that XML cannot hold is written out, and the text around it stays', () => {
  const xml = reportAsJunit({ ...nothing, findings: [everywhere('a\u0000b')] });
  expect(xml).toContain('a\\u{0}b');
});

test('a file name cannot break out of its URI', () => {
  const uri = (file: string) =>
    JSON.parse(reportAsSarif({ ...nothing, findings: [{ ...finding, where: { file } }] })).runs[0].results[0]
      .locations[0].physicalLocation.artifactLocation.uri;
  expect(uri('cdk.out/a#b?c d.json')).toBe('cdk.out/a%23b%3Fc%20d.json');
  expect(uri('a:b.json')).toBe('a%3Ab.json');
});

describe('the validators validate', () => {
  const sarif = JSON.parse(reportAsSarif(results.findings as Report));
  const junit = reportAsJunit(results.findings as Report);
  const [run] = sarif.runs;
  const [first] = run.results;

  test.each([
    ['another version', { ...sarif, version: '2.0.0' }, /version/],
    ['no runs', { version: sarif.version }, /runs/],
    ['an unknown property', { ...sarif, findings: [] }, /additional properties/],
    [
      'a level that does not exist',
      { ...sarif, runs: [{ ...run, results: [{ ...first, level: 'high' }] }] },
      /level/,
    ],
    ['a result without a message', { ...sarif, runs: [{ ...run, results: [{ ruleId: 'x' }] }] }, /message/],
    [
      'a place that is no URI',
      {
        ...sarif,
        runs: [
          {
            ...run,
            results: [
              {
                ...first,
                locations: [{ physicalLocation: { artifactLocation: { uri: 'a b' } } }],
              },
            ],
          },
        ],
      },
      /uri-reference/,
    ],
  ])('SARIF with %s is refused', (_name, log, fault) => {
    expect(sarifFaults(JSON.stringify(log)).join('\n')).toMatch(fault);
  });

  test.each([
    ['a missing count', junit.replace(/ tests="\d+"/, ''), /'tests' is required/],
    ['a count that is no number', junit.replace(/ tests="\d+"/, ' tests="many"'), /tests/],
    ['an unknown attribute', junit.replace('<testcase ', '<testcase file="x" '), /'file' is not allowed/],
    ['an unknown element', junit.replace('<system-out/>', '<output/>'), /output/],
    ['elements in another order', junit.replace('<properties/>', ''), /properties/],
    ['a timestamp with a zone', junit.replace('T00:00:00"', 'T00:00:00Z"'), /timestamp/],
    ['a forbidden character', junit.replace('name="', 'name="\u0001'), /./],
    ['an open end', junit.replace('</testsuites>', ''), /./],
  ])('JUnit with %s is refused', async (_name, xml, fault) => {
    expect(xml).not.toBe(junit);
    expect((await junitFaults(xml)).join('\n')).toMatch(fault);
  });
});
