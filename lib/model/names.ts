import type { Zone } from './engagement.ts';
import type { VendorFunction } from './oversight-roles.ts';

/**
 * Physical names, in one place.
 *
 * Stacks of one vendor live in four accounts. Names that are known before deployment let a policy in one
 * account name a resource in another without a reference between stacks. They hold ids only: no name of a
 * client, a party or a person fits into them.
 */

/** Kinds of logs that the archive of a vendor keeps apart. */
export type LogBucketKind = 'trail' | 'config' | 'evidence' | 'access';

/** CloudTrail trail of a vendor. */
export const trailName = (vendor: string): string => `lpo-${vendor}`;

/** Bucket names are global, hence account and region; 63 characters at most. */
export const logBucketName = (
  kind: LogBucketKind,
  vendor: string,
  logArchiveAccount: string,
  region: string,
): string => `lpo-${vendor}-${kind}-${logArchiveAccount}-${region}`;

/**
 * `vendor` 3-16, `matter` 8-14 characters: 63 with the longest commercial region, and two more for the
 * privileged zone, hence its one letter. `lib/config/checks/physical-names.ts` refuses what does not fit.
 */
export const matterBucketName = (
  vendor: string,
  matter: string,
  account: string,
  region: string,
  zone: Zone = 'documents',
): string => `lpo-${vendor}-${matter}${zone === 'privileged' ? '-p' : ''}-${account}-${region}`;

/** `m-7f3a9c` for the documents, `m-7f3a9c-privileged` for the zone beside them. */
export const matterZone = (matter: string, zone: Zone): string =>
  zone === 'documents' ? matter : `${matter}-${zone}`;

/** S3 access point of a zone of a matter, at most 50 characters. */
export const matterAccessPointName = (vendor: string, matter: string, zone: Zone = 'documents'): string =>
  `lpo-${vendor}-${matterZone(matter, zone)}`;

/** Alias without the `alias/` prefix rule: KMS wants it, so it is part of the name. */
export const keyAlias = (vendor: string, purpose: string): string => `alias/lpo/${vendor}/${purpose}`;

/** Role of one function on one matter, for example `lpo-meridian-m-7f3a9c-reviewer`. */
export const matterRoleName = (vendor: string, matter: string, fn: string): string =>
  `lpo-${vendor}-${matter}-${kebab(fn)}`;

/** Role that serves a whole vendor. */
export const vendorRoleName = (vendor: string, fn: VendorFunction): string => `lpo-${vendor}-${fn}`;

/** Permissions boundaries: people on matters, oversight, services; and the reader in the log archive. */
export const boundaryName = (
  vendor: string,
  kind:
    | 'matter'
    | 'oversight'
    | 'custodian'
    | 'service'
    | 'containment'
    | 'quarantine'
    | 'log-reader'
    | 'restorer'
    | 'copy-back'
    | 'breach-clock'
    | 'ledger',
): string => `lpo-${vendor}-${kind}-boundary`;

/** Roles of AWS services that touch one zone of one matter. */
export const matterServiceRoleName = (
  vendor: string,
  matter: string,
  service: 'malware-scan' | 'backup' | 'restore' | 'restore-test',
  zone: Zone = 'documents',
): string => `lpo-${vendor}-${matterZone(matter, zone)}-${service}`;

/** Role of the person who starts restores of one zone of one matter. */
export const restorerRoleName = (vendor: string, matter: string, zone: Zone): string =>
  `lpo-${vendor}-${matterZone(matter, zone)}-restorer`;

/** Access logs of the vendor's own buckets; S3 wants them in the same account and region. */
export const accessLogBucketName = (vendor: string, account: string, region: string): string =>
  `lpo-${vendor}-access-${account}-${region}`;

/** Roles through which AWS delivers logs; a quarantine lets them go on writing. */
export const logDeliveryRoleName = (vendor: string, source: 'trail' | 'flow'): string =>
  `lpo-${vendor}-${source}-logs`;

/** Role as which EventBridge publishes to the alert topic; a quarantine lets it go on. */
export const eventAlertRoleName = (vendor: string): string => `lpo-${vendor}-event-alerts`;

/** Role in the log-archive account that reads a vendor's logs; only the vendor's auditor may assume it. */
export const logReaderRoleName = (vendor: string): string => `lpo-${vendor}-log-reader`;

/** Role of `cdk bootstrap` that hands templates to CloudFormation. */
export const pipelineRoleName = (qualifier: string, account: string, region: string): string =>
  `cdk-${qualifier}-deploy-role-${account}-${region}`;

/** Role of `cdk bootstrap` that uploads assets. */
export const publishingRoleName = (qualifier: string, account: string, region: string): string =>
  `cdk-${qualifier}-file-publishing-role-${account}-${region}`;

/** Roles of the CDK's custom resources in a vendor's network stack; CloudFormation ends their names itself. */
export const customResourceRoleNames = (vendor: string): string => `${vendor}-Network-Custom*`;

/** Backup vault of a vendor; `copy` is the one in the backup account. */
export const backupVaultName = (vendor: string, which: 'primary' | 'copy'): string =>
  `lpo-${vendor}-${which}`;

/** In the backup account: the role with which AWS Backup copies back, and the person who starts it. */
export const copyBackRoleName = (vendor: string, which: 'service' | 'operator'): string =>
  which === 'service' ? `lpo-${vendor}-copy-back` : `lpo-${vendor}-copy-operator`;

/** Rule that writes down every restore of a vendor. */
export const restoreRecordRuleName = (vendor: string): string => `lpo-${vendor}-restore-record`;

/** Name that AWS Backup gives to the buckets of its restore tests; it cannot be chosen. */
export const restoreTestBucketPrefix = 'awsbackup-restore-test-';

/** Bucket of suspensions and of the owner of each VPN session. */
export const stateBucketName = (vendor: string, account: string, region: string): string =>
  `lpo-${vendor}-state-${account}-${region}`;

/** Functions of ours that serve one vendor; function and role have the same name. */
export type ServiceFunction = 'connect' | 'sweep' | 'kill-switch' | 'breach-clock';

/** Client VPN invokes no handler whose name begins otherwise. */
export const connectHandlerName = (vendor: string): string => `AWSClientVPN-lpo-${vendor}`;

/** Lambda function that serves a vendor, and its role. */
export const serviceFunctionName = (vendor: string, fn: ServiceFunction): string => `lpo-${vendor}-${fn}`;

/** Encrypted topic for what needs a person; one in the vendor's account, one in the security account. */
export const alertTopicName = (vendor: string): string => `lpo-${vendor}-alerts`;

/** Policy that denies everything; attached to a role, it ends the role's sessions. */
export const suspendedPolicyName = (vendor: string): string => `lpo-${vendor}-suspended`;

/** Policy that denies one person everything, on whatever role it is attached to; made with the roster. */
export const suspendedPersonPolicyName = (vendor: string, person: string): string =>
  `${suspendedPolicyName(vendor)}-${person}`;

/** The staged SCP that freezes a vendor's account. */
export const quarantinePolicyName = 'lpo-quarantine';

/** Role in the management account that attaches the quarantine to this one vendor's account. */
export const quarantineRoleName = (vendor: string): string => `lpo-${vendor}-quarantine`;

/** Role in the security account that may throw a vendor's kill switch. */
export const commanderRoleName = (vendor: string): string => `lpo-${vendor}-incident-commander`;

/** Role in the security account that opens incidents and records notifications. */
export const incidentRecorderRoleName = (vendor: string): string => `lpo-${vendor}-incident-recorder`;

/** Role in the security account that appends to a vendor's ledger and seals it. */
export const ledgerWriterRoleName = (vendor: string): string => `lpo-${vendor}-ledger-writer`;

/** Stands for a matter in drills of the kill switch: a role and a key that nobody needs. */
export const canary = 'canary';

/** Role that nobody needs, for drills of the kill switch. */
export const canaryRoleName = (vendor: string): string => `lpo-${vendor}-${canary}`;

/** Role in the vendor's account through which the kill switch in the security account works. */
export const containmentRoleName = (vendor: string): string => `lpo-${vendor}-containment`;

/** Fills `{account}` and `{region}` of a role name from organization.yaml. */
export const environmentRoleName = (pattern: string, account: string, region: string): string =>
  pattern.replaceAll('{account}', account).replaceAll('{region}', region);

/** Log group of a vendor, below a folder of its own; `*` for all of them. */
export const logGroupName = (vendor: string, log: string): string => `/lpo/${vendor}/${log}`;

/**
 * Log group of a state machine of a vendor; `*` for all of them. Below this folder AWS lets itself deliver logs to every
 * group at once; elsewhere each adds its ARN to a policy that holds 5,120 characters for the whole account.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html
 */
export const machineLogGroupName = (vendor: string, log: string): string =>
  `/aws/vendedlogs/states/lpo/${vendor}/${log}`;

/** Pattern of everything that is named after a vendor, in policies with no room for each name. */
export const namesOfVendor = (vendor: string): string => `${vendorNamePrefix(vendor)}*`;

/** Pattern of everything that is named after a matter of a vendor. */
export const namesOfMatters = (vendor: string): string => `${vendorNamePrefix(vendor)}m-*`;

/** Beginning of every name of a vendor. */
export const vendorNamePrefix = (vendor: string): string => `lpo-${vendor}-`;

/** Beginning of every name of a matter. */
export const matterNamePrefix = (vendor: string, matter: string): string =>
  `${vendorNamePrefix(vendor)}${matter}-`;

/** Backup plan of one zone of one matter. */
export const backupPlanName = (vendor: string, matter: string, zone: Zone): string =>
  `lpo-${vendor}-${matterZone(matter, zone)}`;

/** Access analyzer of a vendor, or of the organization. */
export const analyzerName = (subject: string, kind: 'external' | 'unused'): string =>
  `lpo-${subject}-${kind}`;

/** Pack of Config rules in a vendor's account. */
export const conformancePackName = (vendor: string): string => `lpo-${vendor}`;

/** Config rule within a pack, after the identifier of AWS's managed rule. */
export const configRuleName = (identifier: string): string =>
  `lpo-${identifier.toLowerCase().replaceAll('_', '-')}`;

/** Event rule, metric filter or alarm of one tripwire. */
export const tripwireName = (vendor: string, tripwire: string): string => `lpo-${vendor}-${tripwire}`;

/** Macie's custom data identifier. */
export const dataIdentifierName = (kind: string): string => `lpo-${kind}`;

/** Policy that lets Route 53 write a vendor's DNS log. */
export const dnsDeliveryPolicyName = (vendor: string): string => `lpo-${vendor}-dns-delivery`;

/** Policy of the whole organization. */
export const organizationPolicyName = (
  kind: 'ec2-settings' | 's3-public-access' | 'ai-services-opt-out',
): string => `lpo-${kind}`;

/** Organization policy on a vendor's account. */
export const guardrailName = (vendor: string, guardrail: string): string => `lpo-${vendor}-${guardrail}`;

const kebab = (text: string): string => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
