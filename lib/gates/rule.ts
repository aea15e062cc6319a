import type { Authority, Severity } from '../model/finding.ts';
import type { GateContext } from './gate-context.ts';
import type { Hit } from './hit.ts';

/** A rule of the gates, one file each. `check` is pure: the same context gives the same hits. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly waivable: boolean;
  readonly source: Authority;
  check(context: GateContext): readonly Hit[];
}

/** Day the catalogue of rules was last checked against its sources, and the day that stops being enough. */
export const reviewed = { asOf: '2026-11-21', reviewBy: '2027-11-21' } as const;

export const statute = (citation: string, confidence: 'H' | 'M' | 'L' = 'H'): Authority => ({
  citation,
  confidence,
  ...reviewed,
});

export const policy = (citation: string): Authority => ({ citation, confidence: 'policy', ...reviewed });
