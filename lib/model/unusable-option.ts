import { UnusableInputError } from './problem.ts';

/** The refusal of what was given for an option or argument of the command line. */
export function unusableOption(
  name: string,
  value: string,
  expected: string,
  fix = `give ${name} again`,
): UnusableInputError {
  return new UnusableInputError([
    { code: 'CLI-OPTION', file: 'command line', line: 0, column: 0, got: `${name} ${value}`, expected, fix },
  ]);
}
