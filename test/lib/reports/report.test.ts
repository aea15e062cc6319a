import type { Log } from 'sarif';
import { SaxesParser } from 'saxes';
import type { Finding, StackPlace } from '../../../lib/model/finding.ts';
import { evaluationReport } from '../../../lib/reports/evaluation-report.ts';
import { reportAsJson } from '../../../lib/reports/report-as-json.ts';
import { reportAsJunit } from '../../../lib/reports/report-as-junit.ts';
import { reportAsMarkdown } from '../../../lib/reports/report-as-markdown.ts';
import { reportAsSarif } from '../../../lib/reports/report-as-sarif.ts';
import { reportAsText } from '../../../lib/reports/report-as-text.ts';
import type { Evaluation } from '../../../policies/pipeline.ts';

const finding: Finding<StackPlace> = {
  source: 'LPO',
  code: 'LPO-DAT-02/bucket-is-private',
  control: 'LPO-DAT-02',
  title: 'Encrypted transport, nothing public',
  severity: 'critical',
  where: {
    stack: 'meridian/Matter-m-7f3a9c',
    file: 'cdk.out/assembly-meridian/Matter m.template.json',
    logicalId: 'Documents7E5B2978',
    constructPath: 'meridian/Matter-m-7f3a9c/Documents/Resource',
    property: 'PublicAccessBlockConfiguration.BlockPublicAcls',
  },
  got: 'false & <open> | "wide" '.repeat(8).trim(),
  expected: 'all four public access blocks are on',
  fix: 'set them to true',
};
const evaluation: Evaluation = {
  directory: 'cdk.out',
  asOf: '2026-11-21',
  stacks: 2,
  resources: 30,
  runs: [{ source: 'LPO controls', evaluations: 1586, milliseconds: 210 }],
  notRun: [],
  findings: [finding, { ...finding, severity: 'medium', where: { stack: 'meridian/Matter-m-7f3a9c' } }],
  acknowledged: [{ finding, reason: 'it is a log', owner: 'platform', reviewBy: '2027-01-01' }],
  excepted: [],
};
const result = evaluationReport(evaluation);

test('text names everything, in at most 80 columns and without colour', () => {
  const text = reportAsText(result);
  for (const part of [
    'CRITICAL',
    finding.code,
    finding.where.stack,
    'Documents7E5B2978',
    finding.where.property,
    'fix',
  ])
    expect(text).toContain(part);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(text).not.toContain('\u001b');
});

test('more findings than one reads are counted by their codes too, the most first', () => {
  const other = { ...finding, code: 'AwsSolutions-IAM5[Resource::*]' };
  const report = (count: number) =>
    reportAsText(
      evaluationReport({ ...evaluation, findings: [other, other, ...Array(count).fill(finding)] }),
    );
  expect(report(19)).toMatch(
    /Findings by code; .*\n19 +LPO-DAT-02\/bucket-is-private *\n2 +AwsSolutions-IAM5 *\n\n/,
  );
  expect(report(18)).not.toContain('Findings by code');
});

test('text is coloured when asked', () => {
  expect(reportAsText(result, (text, colour) => `<${colour}>${text}`)).toContain('<red>CRITICAL');
});

test('JSON is the same for the same findings, whatever the time took', () => {
  const runs = evaluation.runs.map((run) => ({ ...run, milliseconds: 9 }));
  const slower = evaluationReport({ ...evaluation, runs });
  expect(reportAsText(slower)).not.toBe(reportAsText(result));
  expect(reportAsMarkdown(slower)).toBe(reportAsMarkdown(result));
  expect(reportAsJson(slower)).toBe(reportAsJson(result));
  expect(JSON.parse(reportAsJson(result)).findings[0]).toEqual(finding);
});

describe('SARIF 2.1.0', () => {
  const log = JSON.parse(reportAsSarif(result)) as Log;
  const [run] = log.runs;

  test('has version, schema and driver', () => {
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/sarif-2\.1\.0/);
    expect(run?.tool.driver.name).toBe('lpo check');
  });

  test('every result names a rule of the driver, a level, a message and a place', () => {
    const rules = run?.tool.driver.rules?.map(({ id }) => id);
    expect(run?.results).toHaveLength(3);
    for (const one of run?.results ?? []) {
      expect(rules).toContain(one.ruleId);
      expect(rules?.[one.ruleIndex ?? -1]).toBe(one.ruleId);
      expect(['error', 'warning', 'note']).toContain(one.level);
      expect(one.message.text).toContain('Expected:');
      expect(one.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName).toBeTruthy();
    }
  });

  test('places are URIs, and what was accepted is suppressed with its reason', () => {
    expect(run?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'cdk.out/assembly-meridian/Matter%20m.template.json',
    );
    expect(run?.results?.[2]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'it is a log' },
    ]);
  });
});

describe('JUnit', () => {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) =>
    elements.push({ name, attributes: attributes as Record<string, string> }),
  );
  parser.write(reportAsJunit(result)).close();
  const of = (name: string) => elements.filter((element) => element.name === name);

  test('is well-formed: suites, cases, failures and what was skipped', () => {
    expect(elements[0]?.name).toBe('testsuites');
    expect(of('testsuite')).toHaveLength(1);
    expect(of('testcase')).toHaveLength(3);
    expect(of('failure')).toHaveLength(2);
    expect(of('skipped')).toHaveLength(1);
  });

  test('counts match, and a failure carries the finding', () => {
    expect(of('testsuite')[0]?.attributes).toMatchObject({ tests: '3', failures: '2', skipped: '1' });
    expect(of('failure')[0]?.attributes.message).toContain('<open>');
  });

  test('says so when there is nothing', () => {
    expect(reportAsJunit({ ...result, findings: [], accepted: [] })).toContain('no findings');
  });
});

test('Markdown keeps one row a finding', () => {
  const lines = reportAsMarkdown(result).split('\n');
  expect(lines[0]).toBe('## 2 findings');
  const rows = lines.filter((line) => line.startsWith('| critical') || line.startsWith('| medium'));
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(9);
});

test('what is accepted is listed by reason, with who answers for it and until when', () => {
  const twice = evaluationReport({
    ...evaluation,
    findings: [],
    acknowledged: [...evaluation.acknowledged, ...evaluation.acknowledged],
    excepted: [
      {
        finding,
        exception: {
          ...{ rule: finding.code, path: 'a/b', reason: 'until the move', owner: 'platform' },
          ...{ approver: 'security', expires: '2026-12-31', file: 'config/exceptions.yaml', line: 3 },
        },
      },
    ],
  });
  const text = reportAsText(twice);
  expect(text).toMatch(
    /^Acknowledged findings \(2\)\n2 +LPO-DAT-02.+\n +it is a log\n +platform, review by 2027-01-01\n/,
  );
  expect(text).toMatch(
    /\n\nExcepted findings \(1\)\n1 +LPO-DAT-02.+\n +until the move\n +platform, approved by security, until 2026-12-31\n/,
  );
  expect(JSON.parse(reportAsJson(twice))).toMatchObject({
    findings: [],
    acknowledged: [{ owner: 'platform', until: '2027-01-01' }, { owner: 'platform' }],
    excepted: [{ approver: 'security', until: '2026-12-31' }],
    waived: [],
  });
});

test('the control ids of a pack are left to its rule', () => {
  const ids = ` - (Control IDs: ${'AC-2(4), '.repeat(40)}AU-2b).`;
  const got = 'The bucket has no access logs.';
  const text = reportAsText({ ...result, findings: [{ ...finding, got, title: `${got}${ids}` }] });
  expect(text).toContain(got);
  expect(text).not.toContain('AC-2(4)');
});

test('a finding in a file shows its place, its matter, its source and whether it can be waived', () => {
  const gate: Finding = {
    ...{
      code: 'JUR-R15',
      severity: 'high',
      source: 'Gate',
      title: 'a rule',
      got: 'g',
      expected: 'e',
      fix: 'f',
    },
    where: { file: 'config/vendors/luzon.yaml', line: 3, column: 7 },
    matter: 'm-58d7b2',
    waivable: true,
    authority: {
      ...{ citation: 'Art. 33 GDPR', asOf: '2026-11-21', reviewBy: '2027-11-21', confidence: 'L' },
    },
  };
  const text = reportAsText({ ...result, findings: [gate] });
  for (const line of [
    'HIGH  JUR-R15',
    '  where     config/vendors/luzon.yaml:3:7',
    '  matter    m-58d7b2',
    '  source    Art. 33 GDPR (as of 2026-11-21, confidence L; not confirmed, so it',
    '  waiver    possible, with an approver and an end',
  ])
    expect(text.split('\n')).toContain(line);
  const sarif = JSON.parse(reportAsSarif({ ...result, findings: [gate] })) as Log;
  expect(sarif.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'config/vendors/luzon.yaml' },
    region: { startLine: 3, startColumn: 7 },
  });
});
