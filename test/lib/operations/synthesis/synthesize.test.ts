import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { loadConfig } from '../../../../lib/config/load-config.ts';
import { formatPlace } from '../../../../lib/model/finding.ts';
import { digestsText } from '../../../../lib/operations/seal/digests.ts';
import { addPacks } from '../../../../lib/operations/synthesis/add-packs.ts';
import { buildApp } from '../../../../lib/operations/synthesis/build-app.ts';
import { runChecks } from '../../../../lib/operations/synthesis/run-checks.ts';
import { type SynthesizeOptions, synthesize } from '../../../../lib/operations/synthesis/synthesize.ts';
import { evaluationReport } from '../../../../lib/reports/evaluation-report.ts';
import { reportAsText } from '../../../../lib/reports/report-as-text.ts';
import { type Synthesis, synthesisReport } from '../../../../lib/reports/synthesis-report.ts';
import { evaluate } from '../../../../policies/pipeline.ts';
import { readAssembly } from '../../../../policies/template/read-assembly.ts';
import { asOf, exampleAssembly } from '../../../support/example-assembly.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'closed-room-'));
const run = (options: Partial<SynthesizeOptions> = {}) =>
  synthesize({ config: 'config', output: folder(), asOf, cloudFormation: false, ...options });

/** The shipped examples, synthesized once for every test that changes nothing. */
const output = folder();
let shipped: Synthesis;
beforeAll(() => {
  shipped = run({ output });
});

test('the shipped examples have no finding that nobody answers for', () => {
  const { vendors, gateFindings, evaluation } = shipped;
  expect([gateFindings, evaluation.findings]).toEqual([[], []]);
  expect(vendors).toEqual(['luzon', 'meridian']);
  expect(evaluation.acknowledged.length).toBeGreaterThan(50);
  for (const pack of ['AwsSolutions', 'NIST.800.53.R5'])
    expect(evaluation.runs.find(({ source }) => source === pack)?.evaluations).toBeGreaterThan(10_000);
});

test('digests of every file are written beside them', () => {
  const text = readFileSync(join(output, 'digests.json'), 'utf8');
  expect(text).toBe(digestsText(output, asOf));
  const { files } = JSON.parse(text) as { files: Record<string, string> };
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['manifest.json', 'assembly-luzon/manifest.json']),
  );
  expect(Object.keys(files).length).toBeGreaterThan(100);
});

describe('each acknowledgement carries weight', () => {
  const recorded = exampleAssembly().stacks.flatMap(({ acknowledgements = [] }) => acknowledgements);
  const rules = [...new Set(recorded.map(({ id }) => id))].filter(
    (id) => !id.startsWith('CloudFormation-Validate::'),
  );
  const acknowledge = Validations.prototype.acknowledge;
  afterEach(() => jest.restoreAllMocks());

  test('without any of them, the findings of every one come back, and nothing else', () => {
    jest.spyOn(Validations.prototype, 'acknowledge').mockImplementation(function (
      this: Validations,
      ...given
    ) {
      acknowledge.apply(
        this,
        given.filter(({ id }) => !rules.includes(id)),
      );
    });
    const { findings } = run().evaluation;
    expect([...new Set(findings.map(({ source, code }) => `${source}::${code}`))].sort()).toEqual(
      [...rules].sort(),
    );
  });

  test('one past its review date is a finding, and so is one that matches nothing', () => {
    const unused = {
      id: 'AwsSolutions::AwsSolutions-EC23',
      reason: 'Nothing here. [owner: nobody-at-all; review by: 2099-01-01]',
    };
    let called = 0;
    jest.spyOn(Validations.prototype, 'acknowledge').mockImplementation(function (
      this: Validations,
      ...given
    ) {
      called += 1;
      acknowledge.apply(this, [
        ...given.map((each) => ({ ...each, reason: each.reason.replace('2027-11-01', '2026-11-20') })),
        ...(called === 1 ? [unused] : []),
      ]);
    });
    const { findings, acknowledged } = run({ vendor: ['meridian'] }).evaluation;
    expect(acknowledged.length).toBeGreaterThan(50);
    expect(new Set(findings.map(({ code }) => code))).toEqual(
      new Set(['acknowledgement-past-review', 'acknowledgement-unused']),
    );
    expect(findings.filter(({ code }) => code === 'acknowledgement-unused')).toEqual([
      expect.objectContaining({ where: expect.objectContaining({ property: unused.id }) }),
    ]);
  });
});

describe('what the packs cover follows the data', () => {
  /** A class of data for each vendor. Beside the gates: what is built does not depend on the records that allow it. */
  const classes = [
    { vendor: 'luzon', dataClass: 'PHI', name: 'HIPAA.Security' },
    { vendor: 'meridian', dataClass: 'CARDHOLDER', name: 'PCI.DSS.321' },
  ] as const;
  let packs: ReturnType<typeof addPacks>;
  let evaluation: ReturnType<typeof evaluate>;
  beforeAll(() => {
    const shippedConfig = loadConfig('config');
    const vendors = shippedConfig.vendors.map((each) => ({
      ...each,
      matters: each.matters.map((matter) => ({
        ...matter,
        dataClasses: [
          ...classes.filter(({ vendor }) => vendor === each.vendor).map(({ dataClass }) => dataClass),
          ...matter.dataClasses,
        ],
      })),
    }));
    const config = { ...shippedConfig, vendors };
    const outdir = folder();
    const app = buildApp(config, { asOf, outdir });
    packs = addPacks(app, config);
    app.synth();
    evaluation = evaluate(readAssembly(outdir), { asOf, cloudFormation: false });
  });

  test.each(classes)('$dataClass switches $name on, for $vendor only', ({ vendor, name }) => {
    // In the app of `cdk synth`, and over the finished templates.
    const [pack] = packs.filter((candidate) => candidate.name === name);
    const [over] = evaluation.runs.filter(({ source }) => source === name);
    for (const one of [pack, over]) expect(one?.evaluations).toBeGreaterThan(1_000);
    const findings = [...evaluation.findings, ...evaluation.acknowledged.map(({ finding }) => finding)];
    const places = findings.filter(({ source }) => source === name).map(({ where }) => formatPlace(where));
    for (const place of places) expect(place.startsWith(`${vendor}/`)).toBe(true);
  });

  test('the shipped examples need neither', () => {
    const config = loadConfig('config');
    const packs = addPacks(buildApp(config, { asOf, outdir: folder() }), config);
    expect(packs.map(({ name }) => name)).toEqual(['AwsSolutions', 'NIST.800.53.R5']);
    expect(shipped.evaluation.runs.map(({ source }) => source)).not.toContain('HIPAA.Security');
  });
});

describe('gates', () => {
  const output = folder();
  let summary: Synthesis;
  beforeAll(() => {
    summary = run({ config: fromElsewhere(), output });
  });

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
    expect(summary.vendors).toEqual(['luzon']);
    expect(summary.shut).toEqual(['meridian']);
    expect(readdirSync(output)).not.toContain('assembly-meridian');
    expect(readdirSync(output)).toContain('assembly-luzon');
    const report = synthesisReport(summary);
    expect(new Set(report.findings.map(({ source }) => source))).toEqual(new Set(['Gate']));
    expect(reportAsText(report)).toContain('(meridian): a gate is shut');
  });

  test('of a vendor alone whose gate is shut, the gate is all there is to report', () => {
    const report = synthesisReport(run({ config: fromElsewhere(), vendor: ['meridian'] }));
    expect(new Set(report.findings.map(({ source }) => source))).toEqual(new Set(['Gate']));
    expect(report.facts).toContainEqual(expect.objectContaining({ name: 'vendors', text: '0' }));
  });

  test('each finding names the rule and the place', () => {
    const { gateFindings } = summary;
    expect(gateFindings.length).toBeGreaterThan(0);
    for (const { code, where, severity } of gateFindings) {
      expect(code).toMatch(/^[A-Z]{3}-R\d{2}$/);
      expect(severity).toBe('high');
      expect(formatPlace(where)).toMatch(/\.yaml:\d+:\d+$/);
    }
  });
});

test('the summary fits 80 columns', () => {
  const text = reportAsText(synthesisReport(shipped));
  expect(text).toContain('findings');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('synth and check give the same verdict on the same assembly, in the same words', () => {
  const { evaluation } = shipped;
  const checked = runChecks(output, { asOf, cloudFormation: false });
  const verdict = ({ findings, acknowledged, excepted }: typeof checked) => ({
    ...{ findings, acknowledged, excepted },
  });
  expect(verdict(checked)).toEqual(verdict(evaluation));
  expect(checked.excepted.length).toBeGreaterThan(50);
  const words = (text: string) => text.split('\n\n').slice(0, -1);
  expect(words(reportAsText(evaluationReport(checked)))).toEqual(
    words(reportAsText(synthesisReport(shipped))),
  );
});

test('an unknown vendor is refused by name', () => {
  expect(() => run({ vendor: ['meridan'] })).toThrow(
    /UNKNOWN-VENDOR[\s\S]*vendor meridan[\s\S]*luzon, meridian/,
  );
});
