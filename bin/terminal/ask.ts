import { createInterface } from 'node:readline/promises';
import { optionName, unusableOption } from '../../lib/model/unusable-option.ts';
import type { Question } from '../../lib/operations/new-vendor/question.ts';

/**
 * Answers to questions: from the command line where given; else asked on a terminal; else the proposal.
 *
 * @param given values of options by their name in camel case.
 * @throws UnusableInputError naming the option, when nobody can be asked and nothing is proposed
 */
export async function ask<Name extends string>(
  questions: Readonly<Record<Name, Question>>,
  given: Readonly<Record<string, string | undefined>>,
): Promise<Readonly<Record<Name, string>>> {
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stderr })
    : undefined;
  const answers: Partial<Record<Name, string>> = {};
  try {
    for (const option in questions) {
      const { text, proposal } = questions[option];
      const hint = proposal ? ` [${proposal}]` : '';
      const value = given[option] ?? (await terminal?.question(`${text}${hint}: `))?.trim();
      answers[option] = value || proposal || refuse(option, text);
    }
  } finally {
    terminal?.close();
  }
  return answers as Record<Name, string>;
}

function refuse(option: string, expected: string): never {
  throw unusableOption(
    optionName(option),
    'is not given',
    expected,
    'give the option, or run the command on a terminal to be asked',
  );
}
