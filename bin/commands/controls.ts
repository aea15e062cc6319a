import type { Command } from 'commander';
import { finish } from '../terminal/finish.ts';

export function register(program: Command): void {
  program
    .command('controls')
    .description('list the controls')
    .action(async () => {
      const { controls } = await import('../../policies/catalogue/catalogue.ts');
      const { controlsAsText } = await import('../../lib/reports/controls/controls-as-text.ts');
      finish(controlsAsText(controls));
    });
}
