import { inputFinding, UnusableInputError } from './finding.ts';

/** The refusal of what was given for an option or argument of the command line. */
export const unusableOption = (
  name: string,
  value: string,
  expected: string,
  fix = `give ${name} again`,
): UnusableInputError =>
  new UnusableInputError([
    inputFinding({
      ...{ code: 'CLI-OPTION', where: { name: 'command line' } },
      ...{ got: `${name} ${value}`, expected, fix },
    }),
  ]);
