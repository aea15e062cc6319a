import type { Located } from './load-yaml';
import type { Organization } from './organization-schema';
import type { Vendor } from './vendor-schema';
import type { YamlFile } from './yaml-file';

/** Everything a folder of configuration says, validated. */
export interface Config {
  /** The folder, as it was given. */
  readonly directory: string;
  readonly organization: Organization;
  /** Sorted by slug. */
  readonly vendors: readonly Vendor[];
  /** SAML metadata of the two IdP applications, as XML text. */
  readonly identityProviderMetadata: { readonly access: string; readonly vpn: string };
  /** Where each vendor was read, by slug, so that a later finding can name file, line and column. */
  readonly vendorFiles: ReadonlyMap<string, YamlFile>;
}

/** Files that are valid on their own; what checks between files look at. */
export interface LoadedFiles {
  readonly organization: Located<Organization> | undefined;
  readonly vendors: readonly Located<Vendor>[];
}
