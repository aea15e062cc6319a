import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { buildApp } from '../../bin/build-app';
import { type SynthesizeOptions, synthesize } from '../../bin/synthesize';
import { loadConfig } from '../../lib/config/load-config';
import { recordedAcknowledgements } from '../../lib/reports/recorded-acknowledgements';
import { renderSummary } from '../../lib/reports/synthesis-summary';

const folder = () => mkdtempSync(join(tmpdir(), 'closed-room-'));
const run = (options: Partial<SynthesizeOptions> = {}) =>
  synthesize({ config: 'config', output: folder(), asOf: '2026-11-21', ...options });

test('the shipped examples have no finding that nobody answers for', () => {
  const summary = run();
  expect(summary.findings).toEqual([]);
  expect(summary.vendors).toEqual(['luzon', 'meridian']);
  expect(summary.acknowledged.length).toBeGreaterThan(50);
  for (const pack of ['AwsSolutions', 'NIST.800.53.R5'])
    expect(summary.evaluations.get(pack)).toBeGreaterThan(10_000);
});

test('an acknowledgement past its review date is a finding', () => {
  const { findings, acknowledged } = run({ asOf: '2031-01-01' });
  expect(acknowledged.length).toBeGreaterThan(50);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['acknowledgement-past-review']));
});

describe('each acknowledgement carries weight', () => {
  const { app } = buildApp(loadConfig('config'), { outdir: folder(), nag: false });
  const rules = [...new Set(recordedAcknowledgements(app).map(({ id }) => id))].filter(
    (id) => !id.startsWith('CloudFormation-Validate::'),
  );
  const acknowledge = Validations.prototype.acknowledge;
  afterEach(() => jest.restoreAllMocks());

  // One of each kind: the rules of one kind differ in the resource they name.
  const oneOfEachKind = [...new Map(rules.map((id) => [id.replace(/\[.*/, ''), id])).values()];
  test.each(oneOfEachKind)('without %s the finding comes back', (removed) => {
    jest.spyOn(Validations.prototype, 'acknowledge').mockImplementation(function (
      this: Validations,
      ...given
    ) {
      acknowledge.apply(
        this,
        given.filter(({ id }) => id !== removed),
      );
    });
    const { findings } = run();
    expect(findings.length).toBeGreaterThan(0);
    for (const { plugin, rule } of findings) expect(`${plugin}::${rule}`).toBe(removed);
  });

  test('one that matches nothing is a finding', () => {
    jest.spyOn(Validations.prototype, 'acknowledge').mockImplementationOnce(function (
      this: Validations,
      ...given
    ) {
      acknowledge.apply(this, [
        ...given,
        {
          id: 'AwsSolutions::AwsSolutions-EC23',
          reason: 'Nothing here. [owner: nobody-at-all; review by: 2099-01-01]',
        },
      ]);
    });
    expect(run().findings).toEqual([
      expect.objectContaining({
        rule: 'acknowledgement-unused',
        description: expect.stringContaining('EC23'),
      }),
    ]);
  });
});

describe('what the packs cover follows the data', () => {
  const withClass = (dataClass: string) => {
    const config = folder();
    cpSync('config', config, { recursive: true });
    const file = join(config, 'vendors/luzon.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('PII_BASIC, PII_GOV_ID, PII_FINANCIAL', `PII_BASIC, ${dataClass}`),
    );
    return run({ config });
  };

  test.each([
    ['PHI', 'HIPAA.Security'],
    ['CARDHOLDER', 'PCI.DSS.321'],
  ])('%s switches %s on, for that vendor only', (dataClass, pack) => {
    const { evaluations, findings } = withClass(dataClass);
    expect(evaluations.get(pack)).toBeGreaterThan(1_000);
    for (const { plugin, place } of findings.filter((finding) => finding.plugin === pack))
      expect({ plugin, place }).toEqual({ plugin: pack, place: expect.stringMatching(/^luzon\//) });
  });
});

test('the summary fits 80 columns', () => {
  const text = renderSummary(run());
  expect(text).toContain('findings');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('an unknown vendor is refused by name', () => {
  expect(() => run({ vendor: ['meridan'] })).toThrow(
    /CFG-UNKNOWN-VENDOR[\s\S]*--vendor meridan[\s\S]*luzon, meridian/,
  );
});
