import type { Register } from '../../config/register-schema.ts';
import type { KeyPair } from '../keys/verify-keys.ts';

/** Everything an offboarding is decided from. */
export interface Engagement {
  readonly vendor: string;
  readonly account: string;
  /** The one matter that ends; undefined when the whole vendor does. */
  readonly matter?: string;
  /** Every matter of the vendor. */
  readonly matters: readonly { readonly id: string; readonly retentionDays: number }[];
  readonly logRetentionDays: number;
  readonly register: Register;
  /** The keys of the vendor's account, as templates and KMS know them. */
  readonly pairs: readonly KeyPair[];
  /** Aliases of the vendor's keys in other accounts: the log archive's, the backup's. */
  readonly elsewhere: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Matters that end with this offboarding. */
export const endingMatters = ({ matter, matters }: Engagement) =>
  matters.filter(({ id }) => matter === undefined || id === matter);
