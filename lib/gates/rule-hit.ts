import type { Waiver } from '../config/records/vendor-records-schema.ts';
import type { Severity } from '../model/finding.ts';
import type { Hit } from './hit.ts';
import type { Rule } from './rule.ts';

/** A hit with the rule it belongs to and the waiver that covers it, if any; not yet located. */
export interface RuleHit {
  readonly rule: Rule;
  readonly hit: Hit;
  readonly severity: Severity;
  readonly waiver?: Waiver;
}

/** True for a hit that keeps its vendor from being built. */
export const shuts = ({ severity, waiver }: Pick<RuleHit, 'severity' | 'waiver'>): boolean =>
  severity === 'high' && waiver === undefined;
