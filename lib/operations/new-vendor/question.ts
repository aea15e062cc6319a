/** A question whose answer is an option of the command line, or asked for. */
export interface Question {
  readonly text: string;
  /** Proposal that stands without an answer. @default - there must be an answer */
  readonly proposal?: string;
}

/** Gets an answer to each question, by its name. */
export type Ask = <Name extends string>(
  questions: Readonly<Record<Name, Question>>,
) => Promise<Readonly<Record<Name, string>>>;
