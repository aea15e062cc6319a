import type { Vendor } from '../../config/vendor-schema.ts';
import type { Zone } from '../../model/engagement.ts';
import { backupVaultName, matterBucketName } from '../../model/names.ts';
import { type RecoveryObjectives, recoveryObjectives } from '../../profile/recovery-objectives.ts';
import { resolveProfile } from '../../profile/resolve-profile.ts';
import { zonesOf } from '../../profile/zones-of.ts';
import { judgeZone, type ZoneVerdict } from './judge-zone.ts';
import type { RestoreSource } from './restore-source.ts';

/** A zone of one matter: what was promised, what AWS Backup knows, and what is missed. */
export interface ZoneRecovery extends ZoneVerdict {
  readonly matter: string;
  readonly zone: Zone;
  readonly bucket: string;
  readonly objectives: RecoveryObjectives;
}

/**
 * Recovery report over every zone of a vendor on a day.
 *
 * @param asOf ISO time; whatever happened later is left out, so that a report can be repeated.
 * @param partition of the vendor's Region, for example `aws`.
 */
export async function recoveryReport(
  vendor: Vendor,
  partition: string,
  asOf: string,
  source: RestoreSource,
): Promise<readonly ZoneRecovery[]> {
  const rows: ZoneRecovery[] = [];
  const vault = backupVaultName(vendor.vendor, 'primary');
  for (const matter of vendor.matters) {
    const objectives = recoveryObjectives[resolveProfile(matter).tier];
    for (const zone of zonesOf(matter)) {
      const bucket = matterBucketName(vendor.vendor, matter.id, vendor.account, vendor.region, zone);
      const arn = `arn:${partition}:s3:::${bucket}`;
      // One after the other: AWS Backup throttles lists soon, and nobody waits for this in a hurry.
      const points = await source.recoveryPointsOf(vendor.region, arn);
      const jobs = await source.restoresOf(vendor.region, arn);
      const here = points.filter((point) => point.vault === vault && point.createdAt <= asOf);
      rows.push({
        ...{ matter: matter.id, zone, bucket, objectives },
        ...judgeZone(objectives, here, jobs, asOf),
      });
    }
  }
  return rows;
}
