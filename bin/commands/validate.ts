import type { Command } from 'commander';
import { reportFormatOption, reportWriter, type Target } from '../terminal/format-option.ts';
import { asOfOption, configOption } from '../terminal/shared-options.ts';

interface ValidateOptions {
  readonly config: string;
  readonly format?: Target[];
  readonly asOf: string;
}

export function register(program: Command): void {
  program
    .command('validate')
    .description('ask every gate about every vendor: law, people, diligence, conflicts')
    .addOption(configOption())
    .addOption(reportFormatOption())
    .addOption(asOfOption())
    .action(validate);
}

async function validate({ config, format, asOf }: ValidateOptions): Promise<void> {
  const write = await reportWriter(format, [config]);
  const { loadConfig } = await import('../../lib/config/load-config.ts');
  const { evaluateGates } = await import('../../lib/gates/evaluate-gates.ts');
  const { gateReport } = await import('../../lib/reports/gate-report.ts');
  const result = evaluateGates(loadConfig(config), asOf);
  await write(gateReport(result));
  process.exitCode = result.vendors.every(({ open }) => open) ? 0 : 1;
}
