import type { Command } from 'commander';
import { finish } from '../terminal/finish.ts';

export function register(program: Command): void {
  program
    .command('explain')
    .description('print what is behind an id: of a control, a gate, a quota, a job or a proof')
    .argument('<id>', 'as it is printed, for example LPO-DAT-01, PPL-R07 or iam-roles')
    .action(async (id: string) => {
      const { explain } = await import('../../lib/operations/explain/explain.ts');
      finish(explain(id));
    });
}
