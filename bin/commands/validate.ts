import type { Command } from 'commander';
import { today } from '../../lib/model/clock.ts';
import { dateOption } from '../terminal/date-option.ts';
import {
  formatOption,
  refuseUnwritableTargets,
  type Target,
  targets,
  writeReport,
} from '../terminal/format-option.ts';

interface ValidateOptions {
  readonly config: string;
  readonly format?: Target[];
  readonly asOf: string;
}

export function register(program: Command): void {
  program
    .command('validate')
    .description('ask every gate about every vendor: law, people, diligence, conflicts')
    .option('--config <dir>', 'folder with organization.yaml, law/ and vendors/', 'config')
    .addOption(formatOption())
    .option('--as-of <date>', 'the day for which dates are evaluated', today())
    .action(validate);
}

async function validate({ config, format, asOf }: ValidateOptions): Promise<void> {
  const day = dateOption('--as-of', asOf);
  const asked = targets(format);
  await refuseUnwritableTargets(asked);
  const { loadConfig } = await import('../../lib/config/load-config.ts');
  const { evaluateGates } = await import('../../lib/gates/evaluate-gates.ts');
  const { gateReport } = await import('../../lib/reports/gate-report.ts');
  const result = evaluateGates(loadConfig(config), day);
  await writeReport(gateReport(result), asked);
  process.exitCode = result.vendors.every(({ open }) => open) ? 0 : 1;
}
