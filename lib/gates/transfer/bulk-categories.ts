import type { Matter } from '../../config/vendor-schema.ts';
import type { Jurisdiction } from '../../law/jurisdiction-schema.ts';
import { isOfUsOrigin } from '../../law/law-index.ts';
import type { GateContext } from '../gate-context.ts';

export interface BulkCategory {
  readonly jurisdiction: Jurisdiction;
  readonly threshold: Jurisdiction['bulkThresholds'][number];
  /** Persons in twelve months over the matters of this vendor. */
  readonly total: number;
  /** Matters that hold such data without saying of how many persons. */
  readonly uncounted: readonly Matter[];
  /** Over the threshold, or possibly over it because somebody did not count. */
  readonly reached: boolean;
}

/** US persons' data by category, added up over the vendor's matters of US origin. */
export function bulkCategories({ vendor, law }: GateContext): BulkCategory[] {
  const matters = vendor.matters.filter(isOfUsOrigin);
  return law.thresholds().map(({ jurisdiction, threshold }) => {
    let total = 0;
    const uncounted: Matter[] = [];
    for (const matter of matters)
      for (const name of threshold.dataClasses.filter((name) => matter.dataClasses.includes(name))) {
        const count = matter.dataSubjects?.[name];
        if (count === undefined) uncounted.push(matter);
        else total += count;
      }
    return {
      jurisdiction,
      threshold,
      total,
      uncounted,
      reached: total > threshold.moreThan || uncounted.length > 0,
    };
  });
}
