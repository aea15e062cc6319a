/** Rows with a head: accounts, fields of a form, groups. */
export interface GuideTable {
  /** Sentence above it. */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Commands that belong together: all of a step, or one of the ways to do it. */
export interface CommandGroup {
  /** Condition under which they are run, or remark on them. @default - always, as they stand */
  readonly remark?: string;
  /** Commands of a POSIX shell, in order; a variable is set by a command before. */
  readonly lines: readonly string[];
}

/** One step of a first deployment. */
export interface GuideStep {
  readonly title: string;
  /** Reason for the step or for its place, where a reader would skip it. @default - none */
  readonly why?: string;
  /** Values to enter where no command does it. @default - none */
  readonly tables?: readonly GuideTable[];
  readonly commands: readonly CommandGroup[];
  /** Sentences that hold once the step is done. */
  readonly check: readonly string[];
}

/** The first deployment of a vendor in this organization. */
export interface Guide {
  readonly vendor: string;
  readonly steps: readonly GuideStep[];
}
