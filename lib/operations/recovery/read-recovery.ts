import { RegionInfo } from 'aws-cdk-lib/region-info';
import { loadConfig } from '../../config/load-config.ts';
import { requireVendor } from '../../config/require-vendor.ts';
import { BackupRestoreSource } from '../aws/backup-restore-source.ts';
import { callerIdentity } from '../aws/caller-identity.ts';
import { requireCaller } from '../keys/keys-in-account.ts';
import { recoveryReport, type ZoneRecovery } from './recovery-report.ts';

interface ReadOptions {
  readonly config: string;
  readonly endpointUrl?: string;
}

/** State of a vendor's recovery at a time. */
export interface VendorRecovery {
  readonly vendor: string;
  readonly account: string;
  /** ISO time, UTC. */
  readonly asOf: string;
  readonly zones: readonly ZoneRecovery[];
}

/** Reads what AWS Backup knows of a vendor, once the input and the credentials are known to be good. */
export async function readRecovery(
  slug: string,
  asOf: string,
  options: ReadOptions,
): Promise<VendorRecovery> {
  const vendor = requireVendor(loadConfig(options.config), slug);
  const { account, region } = vendor;
  requireCaller(await callerIdentity(region, options), account, 'the account of this vendor');
  const partition = RegionInfo.get(region).partition ?? 'aws';
  const zones = await recoveryReport(vendor, partition, asOf, new BackupRestoreSource(options));
  return { vendor: slug, account, asOf, zones };
}

/** True where every objective is met. */
export const isMet = ({ zones }: VendorRecovery): boolean => zones.every(({ missed }) => missed.length === 0);
