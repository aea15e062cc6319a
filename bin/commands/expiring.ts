import type { Command } from 'commander';
import { daysOption } from '../terminal/date-option.ts';
import { finish } from '../terminal/finish.ts';
import { asOfOption, configOption } from '../terminal/shared-options.ts';

interface ExpiringOptions {
  readonly config: string;
  readonly asOf: string;
  readonly within: number;
}

export function register(program: Command): void {
  program
    .command('expiring')
    .alias('lapses')
    .description('list what expires soon and will shut a gate then; `lapses` is its old name')
    .addOption(configOption())
    .addOption(asOfOption())
    .option('--within <days>', 'how far to look ahead', (value) => daysOption('--within', value), 30)
    .action(async ({ config, asOf, within }: ExpiringOptions) => {
      const { loadConfig } = await import('../../lib/config/load-config.ts');
      const { expiring } = await import('../../lib/gates/expiring.ts');
      const { renderExpiring } = await import('../../lib/reports/expiring-text.ts');
      finish(renderExpiring(expiring(loadConfig(config), asOf, within), asOf, within));
    });
}
