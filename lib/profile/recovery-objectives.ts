import type { Tier } from './class-floors.ts';

/** NIST SP 800-34: how much work may be lost, and how long it may take until the rest is back. */
export interface RecoveryObjectives {
  /** Recovery point objective: hours of work that may be lost at most. Even, and a divisor of 48. */
  readonly rpoHours: 12 | 24 | 48;
  /** Recovery time objective: hours from the start of a restore to its end. */
  readonly rtoHours: number;
  /**
   * Days between two tests that it can be done, at most: first Sundays are up to 35 days apart from month to
   * month, and up to 98 from quarter to quarter.
   */
  readonly testEveryDays: 35 | 98;
}

/** Recovery objectives for each tier of matters. */
export const recoveryObjectives: Readonly<Record<Tier, RecoveryObjectives>> = {
  standard: { rpoHours: 48, rtoHours: 72, testEveryDays: 98 },
  high: { rpoHours: 24, rtoHours: 48, testEveryDays: 35 },
  restricted: { rpoHours: 12, rtoHours: 24, testEveryDays: 35 },
};
