import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { loadConfig } from '../../../../lib/config/load-config.ts';
import { addPacks } from '../../../../lib/operations/synthesis/add-packs.ts';
import { buildApp } from '../../../../lib/operations/synthesis/build-app.ts';
import { type SynthesizeOptions, synthesize } from '../../../../lib/operations/synthesis/synthesize.ts';
import { recordedAcknowledgements } from '../../../../lib/reports/recorded-acknowledgements.ts';
import { renderSummary } from '../../../../lib/reports/synthesis-summary.ts';
import { readValidationReport } from '../../../../lib/reports/validation-report.ts';
import { asOf } from '../../../example-assembly.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'closed-room-'));
const run = (options: Partial<SynthesizeOptions> = {}) =>
  synthesize({ config: 'config', output: folder(), asOf, ...options });

test('the shipped examples have no finding that nobody answers for', () => {
  const summary = run();
  expect(summary.findings).toEqual([]);
  expect(summary.vendors).toEqual(['luzon', 'meridian']);
  expect(summary.acknowledged.length).toBeGreaterThan(50);
  for (const pack of ['AwsSolutions', 'NIST.800.53.R5'])
    expect(summary.evaluations.get(pack)).toBeGreaterThan(10_000);
});

describe('each acknowledgement carries weight', () => {
  const app = buildApp(loadConfig('config'), { asOf, outdir: folder() });
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

  test('one past its review date is a finding', () => {
    jest.spyOn(Validations.prototype, 'acknowledge').mockImplementation(function (
      this: Validations,
      ...given
    ) {
      acknowledge.apply(
        this,
        given.map((each) => ({ ...each, reason: each.reason.replace('2027-11-01', '2026-11-20') })),
      );
    });
    const { findings, acknowledged } = run();
    expect(acknowledged.length).toBeGreaterThan(50);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['acknowledgement-past-review']));
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
  /** Beside the gates: what is built for a class does not depend on the records that allow it. */
  const withClass = (dataClass: 'PHI' | 'CARDHOLDER') => {
    const config = loadConfig('config');
    const vendors = config.vendors.map((vendor) =>
      vendor.vendor === 'luzon'
        ? {
            ...vendor,
            matters: vendor.matters.map((matter) => ({
              ...matter,
              dataClasses: [dataClass, ...matter.dataClasses],
            })),
          }
        : vendor,
    );
    const outdir = folder();
    const app = buildApp({ ...config, vendors }, { asOf, outdir });
    const packs = addPacks(app, { ...config, vendors });
    app.synth();
    const report = readValidationReport(
      JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')),
    );
    return { packs, report };
  };

  test.each([
    ['PHI', 'HIPAA.Security'],
    ['CARDHOLDER', 'PCI.DSS.321'],
  ] as const)('%s switches %s on, for that vendor only', (dataClass, name) => {
    const { packs, report } = withClass(dataClass);
    const [pack] = packs.filter((candidate) => candidate.name === name);
    expect(pack?.evaluations).toBeGreaterThan(1_000);
    for (const { plugin, place } of report.findings.filter((finding) => finding.plugin === name))
      expect({ plugin, place }).toEqual({ plugin: name, place: expect.stringMatching(/^luzon\//) });
  });

  test('the shipped examples need neither', () => {
    const config = loadConfig('config');
    const packs = addPacks(buildApp(config, { asOf, outdir: folder() }), config);
    expect(packs.map(({ name }) => name)).toEqual(['AwsSolutions', 'NIST.800.53.R5']);
  });
});

describe('gates', () => {
  /** The London example, reviewed from a country without any transfer mechanism. */
  const fromElsewhere = () => {
    const config = folder();
    cpSync('config', config, { recursive: true });
    const file = join(config, 'vendors/meridian.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replaceAll('accessCountries: [IN, GB]', 'accessCountries: [BD, GB]'),
    );
    return config;
  };

  test('a shut gate builds nothing for its vendor and leaves the others alone', () => {
    const output = folder();
    const summary = run({ config: fromElsewhere(), output });
    expect(summary.vendors).toEqual(['luzon']);
    expect(summary.shut).toEqual(['meridian']);
    expect(readdirSync(output)).not.toContain('assembly-meridian');
    expect(readdirSync(output)).toContain('assembly-luzon');
    expect(new Set(summary.findings.map(({ plugin }) => plugin))).toEqual(new Set(['gates']));
    expect(renderSummary(summary)).toContain('(meridian): a gate is shut');
  });

  test('each finding names the rule and the place', () => {
    const { findings } = run({ config: fromElsewhere() });
    expect(findings.length).toBeGreaterThan(0);
    for (const { rule, place } of findings) {
      expect(rule).toMatch(/^[A-Z]{3}-R\d{2}$/);
      expect(place).toMatch(/\.yaml:\d+:\d+$/);
    }
  });
});

test('the summary fits 80 columns', () => {
  const text = renderSummary(run());
  expect(text).toContain('findings');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('findings say rule, place and reason within 80 columns', () => {
  const summary = run();
  const finding = {
    plugin: 'NIST.800.53.R5',
    rule: 'NIST.800.53.R5-S3BucketLoggingEnabled',
    severity: 'error',
    place: 'meridian/Logs/AccessLogs/Bucket/Resource',
    description: `The bucket has no access logs - (Control IDs: ${'AC-2(4), '.repeat(40)}AU-2b).`,
  };
  const text = renderSummary({ ...summary, acknowledged: [], findings: [finding] });
  expect(text).toContain('at meridian/Logs/AccessLogs/Bucket/Resource');
  expect(text).not.toContain('AC-2(4)');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('an unknown vendor is refused by name', () => {
  expect(() => run({ vendor: ['meridan'] })).toThrow(
    /UNKNOWN-VENDOR[\s\S]*vendor meridan[\s\S]*luzon, meridian/,
  );
});
