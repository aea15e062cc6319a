import { findingsAsJunit } from '../../../../lib/reports/findings/findings-as-junit.ts';
import { findingsAsSarif } from '../../../../lib/reports/findings/findings-as-sarif.ts';
import type { Finding } from '../../../../policies/catalogue/finding.ts';
import type { CheckResult } from '../../../../policies/pipeline/check-assembly.ts';
import { junitFaults } from '../../../support/junit-schema.ts';
import { sarifFaults } from '../../../support/sarif-schema.ts';

const finding: Finding = {
  source: 'LPO',
  rule: 'LPO-DAT-02/bucket-is-private',
  control: 'LPO-DAT-02',
  title: 'Encrypted transport, nothing public',
  severity: 'critical',
  stack: 'meridian/Matter-m-7f3a9c',
  file: 'cdk.out/assembly-meridian/Matter.template.json',
  logicalId: 'Documents7E5B2978',
  constructPath: 'meridian/Matter-m-7f3a9c/Documents/Resource',
  property: 'PublicAccessBlockConfiguration.BlockPublicAcls',
  got: 'false',
  expected: 'all four public access blocks are on',
  fix: 'set them to true',
};
const nothing: CheckResult = {
  directory: 'cdk.out',
  asOf: '2026-11-21',
  stacks: 2,
  resources: 30,
  runs: [],
  findings: [],
  acknowledged: [],
  excepted: [],
};
const exception = {
  rule: finding.rule,
  path: 'meridian/*',
  reason: 'moves next month',
  owner: 'platform',
  approver: 'security',
  expires: '2026-12-31',
  file: 'config/exceptions.yaml',
  line: 3,
};
const everywhere = (text: string): Finding => ({
  ...finding,
  rule: `LPO-DAT-02/${text}`,
  title: text,
  stack: text,
  file: text,
  logicalId: text,
  constructPath: text,
  property: text,
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
const results: Record<string, CheckResult> = {
  findings: {
    ...nothing,
    findings: (['critical', 'high', 'medium', 'low'] as const).map((severity) => ({ ...finding, severity })),
  },
  'no findings': nothing,
  'a finding without a resource, a file or a path': {
    ...nothing,
    findings: [{ ...finding, logicalId: undefined, constructPath: undefined, file: '', stack: '' } as never],
  },
  acknowledgements: {
    ...nothing,
    acknowledged: [{ finding, reason: 'it is a log', owner: 'platform', reviewBy: '2027-01-01' }],
  },
  exceptions: { ...nothing, excepted: [{ finding, exception }] },
  ...Object.fromEntries(
    Object.entries(odd).map(([name, text]) => [
      name,
      {
        ...nothing,
        findings: [everywhere(text)],
        acknowledged: [{ finding: everywhere(text), reason: text, owner: 'a', reviewBy: '2027-01-01' }],
        excepted: [{ finding: everywhere(text), exception: { ...exception, reason: text } }],
      },
    ]),
  ),
};

describe.each(Object.entries(results))('%s', (_name, result) => {
  test('SARIF validates against the schema of SARIF 2.1.0', () => {
    expect(sarifFaults(findingsAsSarif(result))).toEqual([]);
  });

  test("JUnit validates against the schema of Ant's JUnit report", async () => {
    expect(await junitFaults(findingsAsJunit(result))).toEqual([]);
  });
});

test('a character that XML cannot hold shows as a replacement, and the text around it stays', () => {
  const xml = findingsAsJunit({ ...nothing, findings: [everywhere('a\u0000b')] });
  expect(xml).toContain('a\ufffdb');
});

test('a file name cannot break out of its URI', () => {
  const uri = (file: string) =>
    JSON.parse(findingsAsSarif({ ...nothing, findings: [{ ...finding, file }] })).runs[0].results[0]
      .locations[0].physicalLocation.artifactLocation.uri;
  expect(uri('cdk.out/a#b?c d.json')).toBe('cdk.out/a%23b%3Fc%20d.json');
  expect(uri('a:b.json')).toBe('a%3Ab.json');
});

describe('the validators validate', () => {
  const sarif = JSON.parse(findingsAsSarif(results.findings as CheckResult));
  const junit = findingsAsJunit(results.findings as CheckResult);
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
