import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';

const commands = resolve(import.meta.dirname, '../../bin/commands');

/** `lpo` with every command, and actions that do nothing: it reads a command line and refuses what it does not know. */
async function lpoProgram(): Promise<Command> {
  const program = new Command('lpo');
  for (const file of readdirSync(commands).sort())
    (await import(pathToFileURL(join(commands, file)).href)).register(program);
  const disarm = (command: Command): void => {
    command.exitOverride().configureOutput({ writeErr: () => {} });
    if (command.commands.length === 0) command.action(() => {});
    command.commands.forEach(disarm);
  };
  disarm(program);
  return program;
}

/** Runs `lpo` up to its actions: options, arguments and subcommands have to be known. */
export async function parseLpo(words: readonly string[]): Promise<void> {
  await (await lpoProgram()).parseAsync([...words], { from: 'user' });
}

/** Every command that does something, with the names of those above it: `ledger record gates`. */
export async function lpoCommands(): Promise<readonly string[]> {
  return [...(await commandsByName()).keys()];
}

/** A command line of each such command, every argument and every option with a value being `value`. */
export async function commandLines(value: string): Promise<readonly (readonly string[])[]> {
  return [...(await commandsByName())].map(([name, command]) => [
    ...name.split(' '),
    ...command.options.flatMap(({ long, flags }) => (long && /[<[]/.test(flags) ? [`${long}=${value}`] : [])),
    ...command.registeredArguments.map(() => value),
  ]);
}

async function commandsByName(): Promise<ReadonlyMap<string, Command>> {
  const leaves = (command: Command, above: readonly string[]): [string, Command][] =>
    command.commands.length === 0
      ? [[above.join(' '), command]]
      : command.commands.flatMap((below) => leaves(below, [...above, below.name()]));
  return new Map(leaves(await lpoProgram(), []));
}
