import { join } from 'node:path';
import { withoutCdkEnvironment } from '../../../policies/template/clean-environment.ts';
import { loadConfig } from '../../config/load-config.ts';
import { loadExceptions } from '../../config/load-exceptions.ts';
import type { Synthesis } from '../../reports/synthesis-report.ts';
import { replaceFolder } from '../files/replace-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import { digestsFile, digestsText } from '../seal/digests.ts';
import { buildApp } from './build-app.ts';
import { chooseVendors } from './choose-vendors.ts';
import { runChecks } from './run-checks.ts';

export interface SynthesizeOptions {
  /** Folder with organization.yaml and vendors/. */
  readonly config: string;
  /** Folder for the assembly; what synthesis wrote there before stays until the new one is whole. */
  readonly output: string;
  /** Slugs. @default - every vendor */
  readonly vendor?: readonly string[];
  /** Calendar date, YYYY-MM-DD, for which dates are evaluated. */
  readonly asOf: string;
  /** CloudFormation's validation. @default true */
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
  const { open, shut, gateFindings, rulesRun } = chooseVendors(config, options.vendor, asOf);
  const exceptions = { file: join(options.config, 'exceptions.yaml'), required: false };
  // Refused here, and not when the new assembly is in its place.
  loadExceptions(exceptions.file, exceptions.required);
  replaceFolder(output, (outdir) => {
    progress('building the stages, synthesizing');
    withoutCdkEnvironment(() =>
      buildApp(config, { asOf, outdir, only: open, cloudFormation: false }).synth(),
    );
    writeWhole(join(outdir, digestsFile), digestsText(outdir, asOf));
  });
  const evaluation = runChecks(output, {
    asOf,
    config: options.config,
    exceptions,
    ...(options.cloudFormation === undefined ? {} : { cloudFormation: options.cloudFormation }),
    progress,
  });
  return {
    vendors: open,
    shut,
    rulesRun,
    gateFindings,
    evaluation,
    seconds: (performance.now() - started) / 1000,
  };
}
