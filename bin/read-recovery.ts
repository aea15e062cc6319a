import { RegionInfo } from 'aws-cdk-lib/region-info';
import { BackupRestoreSource } from '../lib/aws/backup-restore-source';
import { callerIdentity } from '../lib/aws/caller-identity';
import { loadConfig } from '../lib/config/load-config';
import { requireCaller } from '../lib/custody/keys-in-account';
import { recoveryReport, type ZoneRecovery } from '../lib/recovery/recovery-report';
import { unusableOption } from './date-option';

interface ReadOptions {
  readonly config: string;
  readonly endpointUrl?: string;
}

/** Reads what AWS Backup knows of a vendor, once the input and the credentials are known to be good. */
export async function readRecovery(
  name: string,
  asOf: string,
  options: ReadOptions,
): Promise<{ readonly rows: readonly ZoneRecovery[]; readonly account: string }> {
  const { vendors } = loadConfig(options.config);
  const vendor = vendors.find((one) => one.vendor === name);
  if (!vendor)
    throw unusableOption(
      'vendor',
      name,
      `one of ${vendors.map((one) => one.vendor).join(', ')}`,
      'name a vendor of the configuration',
    );
  const identity = await callerIdentity(vendor.region, options);
  requireCaller(identity, vendor.account, 'the account of this vendor');
  const partition = RegionInfo.get(vendor.region).partition ?? 'aws';
  const rows = await recoveryReport(vendor, partition, asOf, new BackupRestoreSource(options));
  return { rows, account: vendor.account };
}
