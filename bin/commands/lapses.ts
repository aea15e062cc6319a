import type { Command } from 'commander';
import { today } from '../../lib/model/clock.ts';
import { dateOption, daysOption } from '../terminal/date-option.ts';

interface LapsesOptions {
  readonly config: string;
  readonly asOf: string;
  readonly within: string;
}

export function register(program: Command): void {
  program
    .command('lapses')
    .description('list what will shut a gate soon if nobody does anything')
    .option('--config <dir>', 'folder with organization.yaml, law/ and vendors/', 'config')
    .option('--as-of <date>', 'the day to start from', today())
    .option('--within <days>', 'how far to look ahead', '30d')
    .action(async (options: LapsesOptions) => {
      const asOf = dateOption('--as-of', options.asOf);
      const days = daysOption('--within', options.within);
      const { loadConfig } = await import('../../lib/config/load-config.ts');
      const { lapses } = await import('../../lib/gates/lapses.ts');
      const { renderLapses } = await import('../../lib/reports/lapse-text.ts');
      process.stdout.write(renderLapses(lapses(loadConfig(options.config), asOf, days), asOf, days));
    });
}
