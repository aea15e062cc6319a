import type { DenyLists } from '../law/deny-lists-schema.ts';
import type { Jurisdiction } from '../law/jurisdiction-schema.ts';
import type { RegionTable } from '../law/regions-schema.ts';
import type { ServiceQuotas } from '../quotas/quotas-schema.ts';
import type { Conflicts } from './conflicts-schema.ts';
import type { Located } from './load-yaml.ts';
import type { Organization } from './organization-schema.ts';
import type { Vendor } from './vendor-schema.ts';
import type { YamlFile } from './yaml-file.ts';

/** Everything a folder of configuration says, validated. */
export interface Config {
  /** The folder, as it was given. */
  readonly directory: string;
  /** The firm: accounts, roles, identity provider, certificates. */
  readonly organization: Organization;
  /** Sorted by slug. */
  readonly vendors: readonly Vendor[];
  /** SAML metadata of the two IdP applications, as XML text. */
  readonly identityProviderMetadata: { readonly access: string; readonly vpn: string };
  /** Sorted by code. */
  readonly law: readonly Jurisdiction[];
  /** AWS Regions with the jurisdiction each lies in. */
  readonly regions: RegionTable;
  /** Countries that no data of a kind may go to. */
  readonly denyLists: DenyLists;
  /** Sorted by service. */
  readonly quotas: readonly ServiceQuotas[];
  /** Parties and walls of every vendor, as tokens. */
  readonly conflicts: Conflicts;
  /** Files everything was read from, so that a finding can name file, line and column. */
  readonly files: ConfigFiles;
}

/** Files of a configuration, for the places of later findings. */
export interface ConfigFiles {
  /** `organization.yaml`. */
  readonly organization: YamlFile;
  /** By slug. */
  readonly vendors: ReadonlyMap<string, YamlFile>;
  /** By code. */
  readonly law: ReadonlyMap<string, YamlFile>;
  /** Regions and where each lies. */
  readonly regions: YamlFile;
  /** Lists of places that data never goes to. */
  readonly denyLists: YamlFile;
  /** By service. */
  readonly quotas: ReadonlyMap<string, YamlFile>;
  /** `conflicts.yaml`, the conflict register. */
  readonly conflicts: YamlFile;
}

/** Files that are valid on their own; what checks between files look at. */
export interface LoadedFiles {
  readonly organization: Located<Organization> | undefined;
  readonly vendors: readonly Located<Vendor>[];
  readonly law: readonly Located<Jurisdiction>[];
  readonly quotas: readonly Located<ServiceQuotas>[];
  readonly conflicts: Located<Conflicts> | undefined;
}
