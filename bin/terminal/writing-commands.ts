import type { Command } from 'commander';

/** Commands that write files, records or live settings; every other one only reads and prints. */
export const writingCommands: readonly string[] = [
  'keys evidence',
  'ledger checkpoint',
  'ledger record',
  'new vendor',
  'offboard approve',
  'offboard execute',
  'offboard verify',
  'reinstate approve',
  'reinstate execute',
  'seal',
  'synth',
];

/** Words of a command behind the program's name: `ledger record gates`. */
const commandPath = (command: Command): string =>
  command.parent ? `${commandPath(command.parent)} ${command.name()}`.trim() : '';

/** True for a command that writes, or one below it. */
export const isWriting = (command: Command): boolean =>
  writingCommands.some((path) => `${commandPath(command)} `.startsWith(`${path} `));
