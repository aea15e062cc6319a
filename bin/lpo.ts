import { Command, CommanderError } from 'commander';
import { UnusableInputError } from '../lib/model/problem';
import { register as lapses } from './commands/lapses';
import { register as newVendor } from './commands/new-vendor';
import { register as parties } from './commands/parties';
import { register as synth } from './commands/synth';
import { register as validate } from './commands/validate';

/**
 * A command lives in `bin/commands/<name>.ts` and exports `register(program)`. Its action imports what it
 * needs when it runs, so that `lpo --help` never loads the CDK.
 */
const commands: ReadonlyArray<(program: Command) => void> = [synth, validate, lapses, parties, newVendor];

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('lpo')
    .description('Closed workspaces for legal outsourcing vendors: synthesize, check, prove.')
    .exitOverride()
    .showHelpAfterError();
  for (const register of commands) register(program);
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
