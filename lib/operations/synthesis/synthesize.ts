import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import { unknownVendor } from '../../config/require-vendor.ts';
import { evaluateGates } from '../../gates/evaluate-gates.ts';
import { shuts } from '../../gates/rule-hit.ts';
import { UnusableInputError } from '../../model/finding.ts';
import type { Synthesis } from '../../reports/synthesis-report.ts';
import { refuseForeignFolder } from '../files/refuse-foreign-folder.ts';
import { buildApp } from './build-app.ts';
import { runChecks } from './run-checks.ts';

export interface SynthesizeOptions {
  /** Folder with organization.yaml and vendors/. */
  readonly config: string;
  /** Folder for the assembly; emptied first. */
  readonly output: string;
  /** Slugs. @default - every vendor */
  readonly vendor?: readonly string[];
  /** Calendar date, YYYY-MM-DD, for which dates are evaluated. */
  readonly asOf: string;
  /** CloudFormation's validation. @default - unless CDK_VALIDATION=false */
  readonly cloudFormation?: boolean;
  /** Called with the name of each step that begins. @default - no calls */
  readonly progress?: (step: string) => void;
}

/**
 * Configuration in; an assembly, and the verdict that `lpo check` gives on it, out.
 *
 * @throws UnusableInputError with every problem of the configuration; nothing is written then.
 */
export function synthesize(options: SynthesizeOptions): Synthesis {
  const started = performance.now();
  const { asOf, output, progress = () => undefined } = options;
  progress('reading the configuration, asking the gates');
  const config = loadConfig(options.config);
  const known = config.vendors.map(({ vendor }) => vendor);
  refuseUnknownVendors(options.vendor ?? [], known, options.config);
  const asked = known.filter((slug) => options.vendor?.includes(slug) ?? true);
  const { rulesRun, vendors } = evaluateGates(config, asOf);
  const gates = vendors.filter(({ vendor }) => asked.includes(vendor));
  const open = gates.filter((gate) => gate.open).map(({ vendor }) => vendor);
  refuseForeignFolder(output);
  rmSync(output, { recursive: true, force: true });
  progress('building the stages, synthesizing');
  buildApp(config, { asOf, outdir: output, only: open, cloudFormation: false }).synth();
  const evaluation = runChecks(output, {
    asOf,
    exceptions: { file: join(options.config, 'exceptions.yaml'), required: false },
    ...(options.cloudFormation === undefined ? {} : { cloudFormation: options.cloudFormation }),
    progress,
  });
  return {
    vendors: open,
    shut: asked.filter((slug) => !open.includes(slug)),
    rulesRun,
    // Warnings and waived findings are for `lpo validate` to print.
    gateFindings: gates.flatMap(({ findings }) => findings.filter(shuts)),
    evaluation,
    seconds: (performance.now() - started) / 1000,
  };
}

function refuseUnknownVendors(asked: readonly string[], known: readonly string[], directory: string): void {
  const unknown = asked.filter((slug) => !known.includes(slug));
  if (unknown.length === 0) return;
  throw new UnusableInputError(unknown.map((slug) => unknownVendor(slug, known, directory)));
}
