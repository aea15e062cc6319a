import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CfnResource, Stack } from 'aws-cdk-lib';
import { applyExceptions } from '../../../policies/acknowledgements/apply-exceptions.ts';
import { catalogueFacts, controls } from '../../../policies/catalogue/catalogue.ts';
import type { Finding as JudgedFinding } from '../../../policies/catalogue/finding.ts';
import { judge } from '../../../policies/catalogue/judge.ts';
import { judgeWithProofs } from '../../../policies/pipeline/judge-with-proofs.ts';
import { AssemblyView } from '../../../policies/template/assembly-view.ts';
import { readAssembly } from '../../../policies/template/read-assembly.ts';
import { loadConfig } from '../../config/load-config.ts';
import { loadExceptions } from '../../config/load-exceptions.ts';
import { evaluateGates, type VendorGate } from '../../gates/evaluate-gates.ts';
import { shuts } from '../../gates/rule-hit.ts';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { acknowledgementFaults } from '../../reports/acknowledgement.ts';
import { recordedAcknowledgements } from '../../reports/recorded-acknowledgements.ts';
import type { SynthesisSummary } from '../../reports/synthesis-summary.ts';
import { type Finding, readValidationReport } from '../../reports/validation-report.ts';
import { refuseForeignFolder } from '../files/refuse-foreign-folder.ts';
import { addPacks } from './add-packs.ts';
import { buildApp } from './build-app.ts';

export interface SynthesizeOptions {
  /** Folder with organization.yaml and vendors/. */
  readonly config: string;
  /** Where the assembly goes; emptied first. */
  readonly output: string;
  /** Slugs. @default - every vendor */
  readonly vendor?: readonly string[];
  /** Calendar date, YYYY-MM-DD, on which review dates are judged. */
  readonly asOf: string;
  /** Told what begins; an empty step ends the last. @default - nobody is told */
  readonly progress?: (step: string) => void;
}

/**
 * Configuration in, assembly and verdict out.
 *
 * @throws UnusableInputError with every problem of the configuration; nothing is written then.
 */
export function synthesize(options: SynthesizeOptions): SynthesisSummary {
  const started = performance.now();
  const { progress = () => undefined } = options;
  progress('reading the configuration, asking the gates');
  const config = loadConfig(options.config);
  const known = config.vendors.map(({ vendor }) => vendor);
  refuseUnknownVendors(options.vendor ?? [], known, options.config);
  const asked = known.filter((slug) => options.vendor?.includes(slug) ?? true);
  const gates = evaluateGates(config, options.asOf);
  const open = asked.filter((slug) => gates.vendors.some((gate) => gate.vendor === slug && gate.open));
  refuseForeignFolder(options.output);
  rmSync(options.output, { recursive: true, force: true });
  progress('building the stages');
  const app = buildApp(config, { asOf: options.asOf, outdir: options.output, only: open });
  // Our controls run below, over the finished assembly, where checks over all stacks run as well.
  const packs = addPacks(app, config);
  progress('synthesizing, cdk-nag, CloudFormation validation');
  app.synth();
  const report = readValidationReport(
    JSON.parse(readFileSync(join(options.output, 'validation-report.json'), 'utf8')),
  );

  const ran = new Set<string>(packs.map(({ name }) => name));
  if (validatesCloudFormation()) ran.add('CloudFormation Validate');
  const faults = acknowledgementFaults(recordedAcknowledgements(app), report.acknowledged, ran, options.asOf);
  const constructs = app.node.findAll();
  progress('our controls, the prover');
  const view = new AssemblyView(readAssembly(options.output));
  const judged = judge(view, controls, catalogueFacts);
  const proofs = judgeWithProofs(view);
  const own = applyExceptions(
    [...judged.findings, ...proofs.findings],
    ownExceptions(options.config),
    controls,
    options.asOf,
  );
  progress('');
  return {
    vendors: open,
    shut: asked.filter((slug) => !open.includes(slug)),
    rulesRun: gates.rulesRun,
    stacks: constructs.filter(Stack.isStack).length,
    resources: constructs.filter(CfnResource.isCfnResource).length,
    evaluations: new Map([
      ['LPO controls', judged.verdicts],
      ['proofs', proofs.assertions],
      ...packs.map((pack): [string, number] => [pack.name, pack.evaluations]),
    ]),
    validatedByCloudFormation: validatesCloudFormation(),
    findings: [
      ...gates.vendors.filter(({ vendor }) => asked.includes(vendor)).flatMap(gateFindings),
      ...own.open.map(ownFinding),
      ...report.findings,
      ...faults.map(
        ({ rule, acknowledgement, message }): Finding => ({
          plugin: 'acknowledgements',
          rule: `acknowledgement-${rule}`,
          severity: 'error',
          description: message,
          place: acknowledgement.at,
        }),
      ),
    ],
    acknowledged: report.acknowledged,
    seconds: (performance.now() - started) / 1000,
  };
}

/** Exceptions of the packs' rules are for finished templates, where `lpo check` sees more than the packs do here. */
const ownExceptions = (config: string) =>
  loadExceptions(join(config, 'exceptions.yaml'), false).filter(({ rule }) => /^(LPO-|proof:)/.test(rule));

const ownFinding = (finding: JudgedFinding): Finding => ({
  plugin: finding.source,
  rule: finding.rule,
  severity: finding.severity,
  description: `${finding.property}: ${finding.got}. Expected ${finding.expected}. To mend: ${finding.fix}.`,
  place: finding.constructPath ?? [finding.stack, finding.logicalId].filter(Boolean).join('/'),
});

/** What shuts a vendor's gate; warnings and waived findings are for `lpo validate` to print. */
const gateFindings = (gate: VendorGate): Finding[] =>
  gate.findings.filter(shuts).map(({ rule, title, file, line, column, got, expected, fix }) => ({
    plugin: 'gates',
    rule,
    severity: 'error',
    description: `${title}. Got ${got}; needed ${expected}. To mend: ${fix}.`,
    place: `${file}:${line}:${column}`,
  }));

/** CDK's own switch; off only in unit tests, and the summary says so. */
const validatesCloudFormation = (): boolean => process.env.CDK_VALIDATION !== 'false';

function refuseUnknownVendors(asked: readonly string[], known: readonly string[], directory: string): void {
  const problems = asked
    .filter((slug) => !known.includes(slug))
    .map((slug) =>
      inputFinding({
        code: 'CFG-UNKNOWN-VENDOR',
        where: { file: join(directory, 'vendors') },
        got: `--vendor ${slug}`,
        expected: `one of ${known.join(', ')}`,
        fix: `correct the slug, or write ${join(directory, 'vendors', `${slug}.yaml`)}`,
      }),
    );
  if (problems.length > 0) throw new UnusableInputError(problems);
}
