import { print } from './print.ts';

/** The end of a command: its text goes to standard output; what is not done, or has findings, exits with 1. */
export function finish(text: string, done = true): void {
  process.exitCode = done ? 0 : 1;
  print(text);
}
