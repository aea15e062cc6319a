import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('explain')
    .description('print a control: its mapping, its checks, their examples, and what implements it')
    .argument('<id>', 'id of a control, for example LPO-DAT-01')
    .action(async (id: string) => {
      const { knownControl } = await import('../../lib/operations/synthesis/known-controls.ts');
      const { controlAsText } = await import('../../lib/reports/controls/control-as-text.ts');
      process.stdout.write(controlAsText(knownControl(id)));
    });
}
