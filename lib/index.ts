// The public interface for a CDK app of one's own: single constructs, or all stages of a folder of configuration.

export type { Config, ConfigFiles } from './config/config.ts';
export { type Conflicts, conflictsSchema } from './config/conflicts-schema.ts';
export { featureFlags } from './config/feature-flags.ts';
export { type LoadOptions, loadConfig } from './config/load-config.ts';
export {
  type Certificates,
  certificatesSchema,
  type Organization,
  organizationSchema,
} from './config/organization-schema.ts';
export { type Vendor, vendorSchema } from './config/vendor-schema.ts';
export { type Position, YamlFile, type YamlPath } from './config/yaml-file.ts';
export { Boundaries, type BoundariesProps } from './constructs/access/boundaries.ts';
export { boundaryByName } from './constructs/access/boundary-by-name.ts';
export { federatedTrust, mfaTag } from './constructs/access/federated-trust.ts';
export { type Acknowledgement, acknowledge } from './constructs/acknowledge.ts';
export * as arns from './constructs/arns.ts';
export { VendorTrail, type VendorTrailProps } from './constructs/audit/vendor-trail.ts';
export { LockedVault, type LockedVaultProps, type VaultUsers } from './constructs/backup/locked-vault.ts';
export { VendorBackup, type VendorBackupProps } from './constructs/backup/vendor-backup.ts';
export {
  OrganizationPolicy,
  type OrganizationPolicyProps,
} from './constructs/guardrails/organization-policy.ts';
export { type KeyCustody, SealedKey, type SealedKeyProps } from './constructs/keys/sealed-key.ts';
export type { EvidenceWriter } from './constructs/log-archive/archive-acceptance.ts';
export { LogArchive, type LogArchiveProps } from './constructs/log-archive/log-archive.ts';
export { AccessLogBucket, type AccessLogBucketProps } from './constructs/logs/access-log-bucket.ts';
export { WorkspaceLogs, type WorkspaceLogsProps } from './constructs/logs/workspace-logs.ts';
export type { VaultAddress } from './constructs/matter/matter-permissions.ts';
export { MatterRoles, type MatterRolesProps } from './constructs/matter/matter-roles.ts';
export { MatterVault, type MatterVaultProps } from './constructs/matter/matter-vault.ts';
export { vaultAddress } from './constructs/matter/vault-address.ts';
export { DnsFirewall, type DnsFirewallProps } from './constructs/network/dns-firewall.ts';
export { type EndpointService, endpoints } from './constructs/network/endpoints.ts';
export { NetworkLogs, type NetworkLogsProps } from './constructs/network/network-logs.ts';
export { TierAcl, type TierAclProps } from './constructs/network/tier-acl.ts';
export {
  WorkspaceEndpoints,
  type WorkspaceEndpointsProps,
} from './constructs/network/workspace-endpoints.ts';
export {
  WorkspaceNetwork,
  type WorkspaceNetworkParts,
  type WorkspaceNetworkProps,
} from './constructs/network/workspace-network.ts';
export { WorkspaceVpc, type WorkspaceVpcProps } from './constructs/network/workspace-vpc.ts';
export { CopyVault, type CopyVaultProps } from './constructs/recovery/copy-vault.ts';
export { tagWorkspace, type WorkspaceTags } from './constructs/tags/workspace-tags.ts';
export type { VpnGroup } from './constructs/vpn/authorize-groups.ts';
export { WorkspaceVpn, type WorkspaceVpnProps } from './constructs/vpn/workspace-vpn.ts';
export type { Eligible } from './gates/people/eligible-people.ts';
export { type DenyLists, denyListsSchema } from './law/deny-lists-schema.ts';
export { type Jurisdiction, jurisdictionSchema } from './law/jurisdiction-schema.ts';
export { type RegionTable, regionsSchema } from './law/regions-schema.ts';
export type { BreachDuty, BusinessCalendar, Period } from './model/breach-duty.ts';
export { type MatterFunction, matterFunctions, type Zone, zones } from './model/engagement.ts';
export type { FilePlace } from './model/finding.ts';
export * as names from './model/names.ts';
export {
  type FederatedRole,
  type OversightResources,
  oversightRoles,
  type VendorFunction,
} from './model/oversight-roles.ts';
export type { Permission } from './model/permission.ts';
export type { RosterPeople } from './model/publish-roster.ts';
export {
  type Assignment,
  type Duty,
  notOnFile,
  type RosterEntry,
  type Site,
  type Wall,
} from './model/published-roster.ts';
export { type Tier, tiers } from './profile/class-floors.ts';
export { type RecoveryObjectives, recoveryObjectives } from './profile/recovery-objectives.ts';
export { type ServiceQuotas, serviceQuotasSchema } from './quotas/quotas-schema.ts';
export { addStages } from './stacks/closed-room.ts';
export { NetworkStack, type NetworkStackProps } from './stacks/network-stack.ts';
export { OrganizationStage, type OrganizationStageProps } from './stacks/organization-stage.ts';
export { VendorStage, type VendorStageProps } from './stacks/vendor-stage.ts';
