import type { LiveKey } from './key-settings.ts';

/** Source of live keys: KMS behind the SDK (`lib/operations/aws/kms-key-source.ts`). Reads only. */
export interface KeySource {
  /** The key behind an alias in one region; undefined when there is none. */
  readKey(region: string, alias: string): Promise<LiveKey | undefined>;
  /** Aliases of the account in one region that start with `prefix`, and have a key. */
  listAliases(region: string, prefix: string): Promise<string[]>;
}
