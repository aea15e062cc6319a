import { join } from 'node:path';
import { readAssembly } from '../../../policies/template/read-assembly.ts';
import { loadConfig } from '../../config/load-config.ts';
import { loadRegister } from '../../config/load-register.ts';
import { requireVendor } from '../../config/require-vendor.ts';
import { keyAlias } from '../../model/names.ts';
import { unusableOption } from '../../model/unusable-option.ts';
import { logRetentionDaysOf, retentionDaysOf } from '../../profile/retention-of.ts';
import { type CallerIdentity, callerIdentity } from '../aws/caller-identity.ts';
import { KmsKeyControl } from '../aws/kms-key-control.ts';
import { expectedKeys } from '../keys/expected-keys.ts';
import { keysInAccount, requireCaller } from '../keys/keys-in-account.ts';
import { verifyKeys } from '../keys/verify-keys.ts';
import type { Engagement } from './engagement.ts';

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
  const vendor = requireVendor(config, vendorId);
  const matters = vendor.matters.map(({ id }) => id);
  if (options.matter !== undefined && !matters.includes(options.matter))
    throw unusableOption('--matter', options.matter, `one of ${matters.join(', ')}`);
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
