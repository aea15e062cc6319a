/** Duty to notify one recipient under one law, and by when. */
export interface BreachDuty {
  /** Stable id, for example `GB-ico`. */
  readonly id: string;
  /** Place and basis, for example `GB Art. 33`. */
  readonly law: string;
  /** Recipient of the notice, for example a supervisory authority. */
  readonly recipient: string;
  /** Period within which the notice is due. */
  readonly period: Period;
  /** The period in the words of the law, with what it hangs on. */
  readonly words: string;
  /** Condition under which the duty exists. @default - always */
  readonly condition?: string | undefined;
  /** Caveat: guidance, or an unchecked source. @default - nothing */
  readonly caveat?: string | undefined;
  /** First day in force, YYYY-MM-DD. @default - in force */
  readonly effectiveFrom?: string | undefined;
  /** Ids of the matters it comes from. */
  readonly matters: readonly string[];
  /** Team that answers for telling them. */
  readonly owner: string;
  /** Id of the notice template; the crisis plan has the text. @default - the plan has none */
  readonly template?: string | undefined;
  /** Ids of local counsel; the crisis plan has the names. */
  readonly counsel: readonly string[];
  /** Id of the crisis plan. @default - there is none */
  readonly plan?: string | undefined;
}

/** Period of a duty, in the unit that the law counts in. */
export type Period =
  | { readonly hours: number }
  | { readonly calendarDays: number }
  | {
      readonly businessDays: number;
      /** @default - not known: every day counts, and every notice says so */
      readonly calendar?: BusinessCalendar | undefined;
    }
  /** A law without a number: the firm's target. */
  | { readonly targetHours: number };

/** Calendar that business days are counted by. */
export interface BusinessCalendar {
  /** IANA name. */
  readonly timeZone: string;
  /** 0 is Sunday. */
  readonly weekend: readonly number[];
  /** YYYY-MM-DD. */
  readonly holidays: readonly string[];
}
