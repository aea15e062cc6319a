import type { Matter } from '../config/vendor-schema.ts';
import type { Zone } from '../model/engagement.ts';
import { matterZone } from '../model/names.ts';
import { spreadOverStacks } from '../model/spread-over-stacks.ts';
import { type RecoveryObjectives, recoveryObjectives } from './recovery-objectives.ts';
import { resolveProfile } from './resolve-profile.ts';
import { zonesOf } from './zones-of.ts';

/** Selections that AWS Backup takes in one restore testing plan (docs/quotas.md). */
const selectionsInAPlan = 30;

/** Physical name of a restore testing plan or selection: letters, digits and underscores, at most 50. */
export const restoreTestingName = (vendor: string, what: string): string =>
  `lpo_${vendor}_${what}`.replaceAll('-', '_');

/** A plan of a vendor, and the zones that it tests. */
export interface RestoreTestingPlan {
  /** Physical name: letters, digits and underscores. */
  readonly name: string;
  readonly testEveryDays: RecoveryObjectives['testEveryDays'];
  /** Zones as they stand in names, `m-7f3a9c-privileged`. */
  readonly zones: readonly string[];
}

/** Restore testing plans of a vendor: as few as there can be for each rhythm, for an account has no more than 100. */
export function restoreTestingPlans(vendor: string, matters: readonly Matter[]): RestoreTestingPlan[] {
  const rhythms = [...new Set(Object.values(recoveryObjectives).map(({ testEveryDays }) => testEveryDays))];
  return rhythms.flatMap((testEveryDays) => {
    const zones = matters
      .filter((matter) => recoveryObjectives[resolveProfile(matter).tier].testEveryDays === testEveryDays)
      .flatMap((matter) => zonesOf(matter).map((zone) => matterZone(matter.id, zone)));
    if (zones.length === 0) return [];
    return spreadOverStacks(zones, selectionsInAPlan).map((some, index) => ({
      name: restoreTestingName(vendor, `every_${testEveryDays}_days_${index + 1}`),
      testEveryDays,
      zones: some,
    }));
  });
}

/** Name of the plan that tests a zone. */
export function planOfZone(plans: readonly RestoreTestingPlan[], matter: string, zone: Zone): string {
  const plan = plans.find(({ zones }) => zones.includes(matterZone(matter, zone)));
  if (plan === undefined) throw new Error(`no restore testing plan for ${matterZone(matter, zone)}`);
  return plan.name;
}
