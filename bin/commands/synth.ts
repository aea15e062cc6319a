import type { Command } from 'commander';
import { today } from '../../lib/model/clock.ts';
import { dateOption, repeated } from '../terminal/date-option.ts';
import {
  formatOption,
  refuseUnwritableTargets,
  type Target,
  targets,
  writeReport,
} from '../terminal/format-option.ts';
import { showStep } from '../terminal/show-step.ts';

interface SynthOptions {
  readonly config: string;
  readonly output: string;
  readonly format?: Target[];
  readonly vendor?: string[];
  readonly asOf: string;
}

export function register(program: Command): void {
  program
    .command('synth')
    .description('validate the configuration, synthesize every vendor, run every check')
    .option('--config <dir>', 'folder with organization.yaml and vendors/', 'config')
    .option('--output <dir>', 'where the assembly goes', 'cdk.out')
    .addOption(formatOption())
    .option('--vendor <slug>', 'only this vendor; may be repeated', repeated)
    .option('--as-of <date>', 'the day for which dates are evaluated', today())
    .action(synth);
}

async function synth({ format, ...options }: SynthOptions): Promise<void> {
  const { synthesize } = await import('../../lib/operations/synthesis/synthesize.ts');
  const { synthesisReport } = await import('../../lib/reports/synthesis-report.ts');
  const asOf = dateOption('--as-of', options.asOf);
  const asked = targets(format);
  await refuseUnwritableTargets(asked);
  const report = synthesisReport(synthesize({ ...options, asOf, progress: showStep }));
  showStep('');
  await writeReport(report, asked);
  process.exitCode = report.findings.length > 0 ? 1 : 0;
}
