import type { Command } from 'commander';
import { reportFormatOption, reportWriter, type Target } from '../terminal/format-option.ts';
import {
  asOfOption,
  configOption,
  vendorOption,
  withoutCloudFormationOption,
} from '../terminal/shared-options.ts';
import { showStep } from '../terminal/show-step.ts';

interface SynthOptions {
  readonly config: string;
  readonly output: string;
  readonly format?: Target[];
  readonly vendor?: string[];
  readonly asOf: string;
  readonly withoutCloudformation?: boolean;
}

export function register(program: Command): void {
  program
    .command('synth')
    .description('validate the configuration, synthesize every vendor, run every check')
    .addOption(configOption())
    .option('--output <dir>', 'where the assembly goes', 'cdk.out')
    .addOption(reportFormatOption())
    .addOption(vendorOption())
    .addOption(withoutCloudFormationOption())
    .addOption(asOfOption())
    .action(synth);
}

async function synth({ format, withoutCloudformation, ...options }: SynthOptions): Promise<void> {
  const { synthesize } = await import('../../lib/operations/synthesis/synthesize.ts');
  const { synthesisReport } = await import('../../lib/reports/synthesis-report.ts');
  const write = await reportWriter(format, [options.config, options.output]);
  const report = synthesisReport(
    synthesize({ ...options, cloudFormation: !withoutCloudformation, progress: showStep }),
  );
  showStep('');
  await write(report);
  process.exitCode = report.findings.length > 0 ? 1 : 0;
}
