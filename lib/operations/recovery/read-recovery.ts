import { RegionInfo } from 'aws-cdk-lib/region-info';
import { unusableOption } from '../../../bin/terminal/date-option.ts';
import { loadConfig } from '../../config/load-config.ts';
import { BackupRestoreSource } from '../aws/backup-restore-source.ts';
import { callerIdentity } from '../aws/caller-identity.ts';
import { requireCaller } from '../keys/keys-in-account.ts';
import { recoveryReport, type ZoneRecovery } from './recovery-report.ts';

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
