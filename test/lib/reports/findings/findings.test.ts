import type { Log } from 'sarif';
import { SaxesParser } from 'saxes';
import { findingsAsJson } from '../../../../lib/reports/findings/findings-as-json.ts';
import { findingsAsJunit } from '../../../../lib/reports/findings/findings-as-junit.ts';
import { findingsAsMarkdown } from '../../../../lib/reports/findings/findings-as-markdown.ts';
import { findingsAsSarif } from '../../../../lib/reports/findings/findings-as-sarif.ts';
import { findingsAsText } from '../../../../lib/reports/findings/findings-as-text.ts';
import type { Finding } from '../../../../policies/catalogue/finding.ts';
import type { CheckResult } from '../../../../policies/pipeline/check-assembly.ts';

const finding: Finding = {
  source: 'LPO',
  rule: 'LPO-DAT-02/bucket-is-private',
  control: 'LPO-DAT-02',
  title: 'Encrypted transport, nothing public',
  severity: 'critical',
  stack: 'meridian/Matter-m-7f3a9c',
  file: 'cdk.out/assembly-meridian/Matter m.template.json',
  logicalId: 'Documents7E5B2978',
  constructPath: 'meridian/Matter-m-7f3a9c/Documents/Resource',
  property: 'PublicAccessBlockConfiguration.BlockPublicAcls',
  got: 'false & <open> | "wide" '.repeat(8).trim(),
  expected: 'all four public access blocks are on',
  fix: 'set them to true',
};
const result: CheckResult = {
  directory: 'cdk.out',
  asOf: '2026-11-21',
  stacks: 2,
  resources: 30,
  runs: [{ source: 'LPO controls', evaluations: 1586, milliseconds: 210 }],
  findings: [
    finding,
    { ...finding, severity: 'medium', logicalId: undefined, constructPath: undefined, file: '' } as never,
  ],
  acknowledged: [{ finding, reason: 'it is a log', owner: 'platform', reviewBy: '2027-01-01' }],
  excepted: [],
};

test('text names everything, in at most 80 columns and without colour', () => {
  const text = findingsAsText(result);
  for (const part of [
    'CRITICAL',
    finding.rule,
    finding.stack,
    'Documents7E5B2978',
    finding.property,
    'to mend',
  ])
    expect(text).toContain(part);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(text).not.toContain('\u001b');
});

test('text is coloured when asked', () => {
  expect(findingsAsText(result, (text, colour) => `<${colour}>${text}`)).toContain('<red>CRITICAL');
});

test('JSON is the same for the same findings, whatever the time took', () => {
  const slower = { ...result, runs: result.runs.map((run) => ({ ...run, milliseconds: 9 })) };
  expect(findingsAsJson(slower)).toBe(findingsAsJson(result));
  expect(JSON.parse(findingsAsJson(result)).findings[0]).toEqual(finding);
});

describe('SARIF 2.1.0', () => {
  const log = JSON.parse(findingsAsSarif(result)) as Log;
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
      expect(rules?.[one.ruleIndex ?? -1] ?? one.ruleId).toBe(one.ruleId);
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
  parser.write(findingsAsJunit(result)).close();
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
    expect(findingsAsJunit({ ...result, findings: [], acknowledged: [] })).toContain('no findings');
  });
});

test('Markdown keeps one row a finding', () => {
  const lines = findingsAsMarkdown(result).split('\n');
  expect(lines[0]).toBe('## 2 findings');
  const rows = lines.filter((line) => line.startsWith('| critical') || line.startsWith('| medium'));
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(8);
});
