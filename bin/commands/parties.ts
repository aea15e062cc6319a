import type { Command } from 'commander';
import { unusableOption } from '../terminal/date-option.ts';

interface TokenOptions {
  readonly key: string;
  readonly config: string;
}

export function register(program: Command): void {
  const parties = program
    .command('parties')
    .description('turn names of parties into tokens, so that no name enters the repository');
  parties
    .command('key')
    .description('make a key; keep it outside the repository')
    .requiredOption('--out <file>', 'new file, readable by you alone')
    .action(async ({ out }: { out: string }) => {
      const { randomBytes } = await import('node:crypto');
      const { writePartyKey } = await import('../../lib/config/party-key.ts');
      writePartyKey(out, process.cwd(), randomBytes(32));
      process.stderr.write(`Key written to ${out}. Without it nobody can add to the register.\n`);
    });
  parties
    .command('token')
    .description('read a name and its aliases from standard input, one a line; print the register entry')
    .requiredOption('--key <file>', 'key made by lpo parties key')
    .option('--config <dir>', 'folder with conflicts.yaml', 'config')
    .action(async ({ key, config }: TokenOptions) => {
      const { readPartyKey } = await import('../../lib/config/party-key.ts');
      const { loadConfig } = await import('../../lib/config/load-config.ts');
      const { partyTokens } = await import('../../lib/gates/conflicts/party-tokens.ts');
      const { renderPartyEntry } = await import('../../lib/reports/party-entry.ts');
      const secret = readPartyKey(key, process.cwd());
      const [name, ...aliases] = await namesFromInput();
      if (!name) throw unusableOption('standard input', 'without a name', 'a name on the first line');
      const tokens = partyTokens([name, ...aliases], secret);
      const register = loadConfig(config).conflicts.parties;
      const sharing = (field: 'exact' | 'near'): string[] =>
        register
          .filter((party) => party[field].some((token) => tokens[field].includes(token)))
          .map(({ id }) => id);
      const same = sharing('exact');
      const similar = sharing('near').filter((id) => !same.includes(id));
      process.stdout.write(renderPartyEntry(tokens, { same, similar }));
    });
}

/** Names come by standard input, because arguments stay in the history of the shell. */
async function namesFromInput(): Promise<string[]> {
  if (process.stdin.isTTY) process.stderr.write('Name, then aliases, one a line; end with Ctrl-D.\n');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
