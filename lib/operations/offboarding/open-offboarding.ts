import { join } from 'node:path';
import { readAssembly } from '../../../policies/template/read-assembly.ts';
import { loadConfig } from '../../config/load-config.ts';
import { loadRegister } from '../../config/load-register.ts';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { keyAlias } from '../../model/names.ts';
import { logRetentionDaysOf, retentionDaysOf } from '../../profile/retention-of.ts';
import { type CallerIdentity, callerIdentity } from '../aws/caller-identity.ts';
import { KmsKeyControl } from '../aws/kms-key-control.ts';
import { expectedKeys } from '../keys/expected-keys.ts';
import { keysInAccount, requireCaller } from '../keys/keys-in-account.ts';
import { verifyKeys } from '../keys/verify-keys.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import { ledgerStore } from '../ledger/open-ledger-store.ts';
import type { Engagement } from './engagement.ts';
import { journalName } from './journal.ts';

export interface OffboardOptions {
  readonly config: string;
  readonly register?: string;
  readonly assembly: string;
  readonly matter?: string;
  readonly endpointUrl?: string;
}

export interface Offboarding {
  readonly engagement: Engagement;
  readonly identity: CallerIdentity;
  readonly control: KmsKeyControl;
}

/**
 * Reads everything an offboarding is decided from: configuration, register, assembly, live keys.
 *
 * @param today YYYY-MM-DD.
 */
export async function openOffboarding(
  vendorId: string,
  options: OffboardOptions,
  today: string,
): Promise<Offboarding> {
  const config = loadConfig(options.config);
  const vendor = config.vendors.find((one) => one.vendor === vendorId);
  const vendors = config.vendors.map((one) => one.vendor);
  if (!vendor) throw unknown('OFF-UNKNOWN-VENDOR', options.config, vendorId, vendors);
  const matters = vendor.matters.map(({ id }) => id);
  if (options.matter !== undefined && !matters.includes(options.matter))
    throw unknown('OFF-UNKNOWN-MATTER', vendorId, options.matter, matters);
  const file = options.register ?? join(options.config, 'registers', `${vendorId}.yaml`);
  const register = loadRegister(file, vendorId);
  const all = expectedKeys(readAssembly(options.assembly), vendorId);
  const keys = keysInAccount(all, vendorId, vendor.account);
  const identity = await callerIdentity(vendor.region, options);
  requireCaller(identity, vendor.account);
  const control = new KmsKeyControl(options);
  const { pairs } = await verifyKeys(keys, keyAlias(vendorId, ''), control);
  const engagement: Engagement = {
    vendor: vendorId,
    account: vendor.account,
    ...(options.matter === undefined ? {} : { matter: options.matter }),
    matters: vendor.matters.map((one) => ({ id: one.id, retentionDays: retentionDaysOf(one) })),
    logRetentionDays: logRetentionDaysOf(config.organization, vendor),
    register,
    pairs,
    elsewhere: all.filter(({ account }) => account !== vendor.account).map(({ alias }) => alias),
    today,
  };
  return { engagement, identity, control };
}

/**
 * Where the journal of a plan is kept.
 *
 * @param place a folder, or `s3://<bucket>` for the evidence bucket.
 */
export function journalStore(
  place: string,
  vendor: string,
  hash: string,
  { journalRegion, endpointUrl }: { journalRegion?: string; endpointUrl?: string },
): LedgerStore {
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw unusable('OFF-PLAN', '--plan', hash, 'the 64 hexadecimal digits that `offboard plan` printed');
  return ledgerStore(place, journalName(vendor, hash), { region: journalRegion, endpointUrl });
}

const unknown = (code: string, file: string, got: string, known: readonly string[]) =>
  unusable(code, file, got, `one of ${known.join(', ')}`);

const unusable = (code: string, file: string, got: string, expected: string): UnusableInputError =>
  new UnusableInputError([
    inputFinding({ code, where: { name: file }, got, expected, fix: 'correct the command' }),
  ]);
