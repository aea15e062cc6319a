import type { Command } from 'commander';
import { today } from '../../lib/model/clock.ts';
import { dateOption, repeated } from '../terminal/date-option.ts';

interface SynthOptions {
  readonly config: string;
  readonly output: string;
  readonly vendor?: string[];
  readonly asOf: string;
}

export function register(program: Command): void {
  program
    .command('synth')
    .description('validate the configuration, synthesize every vendor, run every check')
    .option('--config <dir>', 'folder with organization.yaml and vendors/', 'config')
    .option('--output <dir>', 'where the assembly goes', 'cdk.out')
    .option('--vendor <slug>', 'only this vendor; may be repeated', repeated)
    .option('--as-of <date>', 'the day on which dates are judged', today())
    .action(async (options: SynthOptions) => {
      const { synthesize } = await import('../../lib/operations/synthesis/synthesize.ts');
      const { renderSummary } = await import('../../lib/reports/synthesis-summary.ts');
      const asOf = dateOption('--as-of', options.asOf);
      const summary = synthesize({ ...options, asOf, progress: showStep });
      process.stdout.write(renderSummary(summary));
      process.exitCode = summary.findings.length > 0 ? 1 : 0;
    });
}

/** Says what is being done, on a terminal only, and takes it back when the next step begins. */
function showStep(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${step}`);
}
