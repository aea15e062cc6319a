import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { UnusableInputError } from '../lib/model/problem';

/**
 * A command lives in `bin/commands/<name>.ts` and exports `register(program)`; the folder is the list. Its
 * action imports what it needs when it runs, so that `lpo --help` never loads the CDK.
 */
function registerCommands(program: Command): void {
  const folder = join(__dirname, 'commands');
  for (const file of readdirSync(folder).sort()) {
    const command: { register(program: Command): void } = require(join(folder, file));
    command.register(program);
  }
}

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('lpo')
    .description('Closed workspaces for legal outsourcing vendors: synthesize, check, prove.')
    .exitOverride()
    .showHelpAfterError();
  registerCommands(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Exit code 2 is unusable input; anything else that reaches this point is a fault of ours. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UnusableInputError) {
    const count = error.problems.length;
    process.stderr.write(
      `${error.message}\n\n${count} problem${count === 1 ? '' : 's'}; nothing was written.\n`,
    );
    return 2;
  }
  throw error;
}

void main(process.argv);
