import type { Command } from 'commander';
import { finish } from '../terminal/finish.ts';
import { inputLines } from '../terminal/input-lines.ts';
import { tell } from '../terminal/print.ts';
import { configOption } from '../terminal/shared-options.ts';

export function register(program: Command): void {
  const parties = program
    .command('parties')
    .description('turn names of parties into tokens, so that no name enters the repository');
  parties
    .command('key')
    .description('make a key; keep it outside the repository')
    .requiredOption('--out <file>', 'new file, readable by you alone')
    .action(async ({ out }: { readonly out: string }) => {
      const { randomBytes } = await import('node:crypto');
      const { writePartyKey } = await import('../../lib/config/party-key.ts');
      writePartyKey(out, process.cwd(), randomBytes(32));
      tell(`Key written to ${out}. Without it nobody can add to the register.\n`);
    });
  parties
    .command('token')
    .description('read a name and its aliases from standard input, one a line; print the register entry')
    .requiredOption('--key <file>', 'key made by lpo parties key')
    .addOption(configOption())
    .action(async (options: { readonly key: string; readonly config: string }) => {
      const { registerEntry } = await import('../../lib/operations/parties/register-entry.ts');
      // By standard input, because arguments stay in the history of the shell.
      const names = await inputLines('Name, then aliases, one a line; end with Ctrl-D.');
      finish(registerEntry(names, { ...options, repository: process.cwd() }));
    });
}
