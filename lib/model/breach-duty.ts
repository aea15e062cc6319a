/** One recipient whom one law wants told, and by when. */
export interface BreachDuty {
  /** Stable id, for example `GB-ico`. */
  readonly id: string;
  /** Place and law, for example `GB UK GDPR 33`. */
  readonly law: string;
  readonly recipient: string;
  readonly period: Period;
  /** Team that answers for telling them. */
  readonly owner: string;
  /** Id of the notice template and of local counsel in the crisis plan; the plan has the names. */
  readonly template: string;
  readonly counsel: string;
}

export type Period =
  | { readonly hours: number }
  | { readonly calendarDays: number }
  | {
      readonly businessDays: number;
      /** Public holidays, YYYY-MM-DD. @default - Monday to Friday, and every notice says so */
      readonly holidays?: readonly string[];
    }
  /** A law without a number: its own words, and the firm's target. */
  | { readonly words: string; readonly targetHours: number };
