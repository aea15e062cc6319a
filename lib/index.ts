// The public interface for a CDK app of one's own: single constructs, or all stages of a folder of configuration.

export type { Config } from './config/config.ts';
export { featureFlags } from './config/feature-flags.ts';
export { loadConfig } from './config/load-config.ts';
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
export { LogArchive, type LogArchiveProps } from './constructs/log-archive/log-archive.ts';
export { AccessLogBucket, type AccessLogBucketProps } from './constructs/logs/access-log-bucket.ts';
export { WorkspaceLogs, type WorkspaceLogsProps } from './constructs/logs/workspace-logs.ts';
export type { VaultAddress } from './constructs/matter/matter-permissions.ts';
export { MatterRoles, type MatterRolesProps } from './constructs/matter/matter-roles.ts';
export { MatterVault, type MatterVaultProps } from './constructs/matter/matter-vault.ts';
export { vaultAddress } from './constructs/matter/vault-address.ts';
export { DnsFirewall, type DnsFirewallProps } from './constructs/network/dns-firewall.ts';
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
export type { MatterFunction, Zone } from './model/engagement.ts';
export * as names from './model/names.ts';
export { type RecoveryObjectives, recoveryObjectives } from './profile/recovery-objectives.ts';
export { addStages } from './stacks/closed-room.ts';
export { NetworkStack, type NetworkStackProps } from './stacks/network-stack.ts';
export { OrganizationStage, type OrganizationStageProps } from './stacks/organization-stage.ts';
export { VendorStage, type VendorStageProps } from './stacks/vendor-stage.ts';
