import { inputFinding, UnusableInputError } from './finding.ts';

/** `--legal-name` of `legalName`. */
export const optionName = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

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
