import type { Command } from 'commander';
import { today } from '../../lib/model/clock.ts';
import { dateOption } from '../terminal/date-option.ts';

export function register(program: Command): void {
  program
    .command('roster')
    .description('print who belongs into which group today, as JSON for the identity provider')
    .option('--config <dir>', 'folder with organization.yaml, law/ and vendors/', 'config')
    .option('--as-of <date>', 'the day on which dates are judged', today())
    .action(async (options: { readonly config: string; readonly asOf: string }) => {
      const asOf = dateOption('--as-of', options.asOf);
      const { loadConfig } = await import('../../lib/config/load-config.ts');
      const { roster } = await import('../../lib/gates/roster.ts');
      const groups = roster(loadConfig(options.config), asOf);
      process.stdout.write(`${JSON.stringify({ asOf, groups }, null, 2)}\n`);
    });
}
