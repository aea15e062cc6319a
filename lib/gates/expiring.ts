import type { Config } from '../config/config.ts';
import { addDays } from '../model/days.ts';
import type { FilePlace, Finding } from '../model/finding.ts';
import { ruleHits } from './evaluate-gates.ts';
import { locateFinding } from './locate-finding.ts';
import { type RuleHit, shuts } from './rule-hit.ts';

/** A finding that is not there yet, and the first day it will be. */
export interface Expiry {
  readonly on: string;
  readonly finding: Finding<FilePlace>;
}

/**
 * Expiries that will shut a gate within some days if nobody does anything, by evaluating the gates for each
 * day. What is shut already on the first day is not among them.
 *
 * @param asOf ISO date to start from
 * @param days how far to look ahead
 */
export function expiring(config: Config, asOf: string, days: number): readonly Expiry[] {
  const seen = new Set<string>();
  const found: Expiry[] = [];
  for (let ahead = 0; ahead <= days; ahead++) {
    const on = addDays(asOf, ahead);
    for (const { vendor, hits } of ruleHits(config, on))
      for (const hit of hits.filter(shuts)) {
        const key = keyOf(vendor.vendor, hit);
        if (seen.has(key)) continue;
        seen.add(key);
        if (ahead > 0) found.push({ on, finding: locateFinding(config, vendor, hit) });
      }
  }
  return found;
}

/** The same gap on two days; its wording may hold the day. */
const keyOf = (vendor: string, { rule, hit }: RuleHit): string =>
  JSON.stringify([vendor, rule.id, hit.file, hit.path, hit.matter]);
