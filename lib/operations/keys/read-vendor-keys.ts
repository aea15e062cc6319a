import { readAssembly } from '../../../policies/template/read-assembly.ts';
import { keyAlias } from '../../model/names.ts';
import { type CallerIdentity, callerIdentity } from '../aws/caller-identity.ts';
import { KmsKeySource } from '../aws/kms-key-source.ts';
import { expectedKeys } from './expected-keys.ts';
import { keysInAccount, requireCaller } from './keys-in-account.ts';
import { type KeyVerification, verifyKeys } from './verify-keys.ts';

export interface KeyOptions {
  readonly assembly: string;
  readonly account?: string;
  readonly endpointUrl?: string;
}

export interface VendorKeys {
  readonly verification: KeyVerification;
  readonly identity: CallerIdentity;
  readonly heading: string;
}

/** Reads and compares the keys of a vendor; nothing is asked of AWS before the input is known to be good. */
export async function readVendorKeys(vendor: string, options: KeyOptions): Promise<VendorKeys> {
  const all = expectedKeys(readAssembly(options.assembly), vendor);
  const keys = keysInAccount(all, vendor, options.account);
  const account = keys[0].account;
  const identity = await callerIdentity(keys[0].region, options);
  requireCaller(identity, account);
  const source = new KmsKeySource(options);
  try {
    const verification = await verifyKeys(keys, keyAlias(vendor, ''), source);
    const elsewhere = all.length - keys.length;
    const rest = elsewhere > 0 ? `; ${elsewhere} in other accounts not asked for` : '';
    return { verification, identity, heading: `${vendor}, account ${account}${rest}` };
  } finally {
    source.destroy();
  }
}
