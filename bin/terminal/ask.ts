import { createInterface } from 'node:readline/promises';
import { unusableOption } from './date-option.ts';

export interface Question {
  /** Name of the option that answers it. */
  readonly option: string;
  readonly text: string;
  readonly proposal?: string;
}

/**
 * Answers to questions: from the command line where given; else asked on a terminal; else the proposal.
 *
 * @throws UnusableInputError naming the option, when there is nobody to ask and nothing to propose
 */
export async function ask(
  questions: readonly Question[],
  given: Readonly<Record<string, string | undefined>>,
): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stderr })
    : undefined;
  try {
    for (const { option, text, proposal } of questions) {
      const hint = proposal ? ` [${proposal}]` : '';
      const answer = given[option] ?? (await terminal?.question(`${text}${hint}: `))?.trim();
      const value = answer || proposal;
      if (value === undefined)
        throw unusableOption(
          `--${kebab(option)}`,
          'is not given',
          text,
          'give the option, or run the command on a terminal to be asked',
        );
      answers[option] = value;
    }
  } finally {
    terminal?.close();
  }
  return answers;
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
