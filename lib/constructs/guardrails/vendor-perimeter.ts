import type { Organization } from '../../config/organization-schema.ts';
import { matterFunctions, type Vendor } from '../../config/vendor-schema.ts';
import {
  backupVaultName,
  containmentRoleName,
  copyBackRoleName,
  customResourceRoleNames,
  environmentRoleName,
  eventAlertRoleName,
  logDeliveryRoleName,
  logReaderRoleName,
  matterRoleName,
  matterServiceRoleName,
  namesOfVendor,
  pipelineRoleName,
  publishingRoleName,
  restorerRoleName,
  serviceFunctionName,
  suspendedPolicyName,
  vendorRoleName,
} from '../../model/names.ts';
import { backupVaultArn, policyArn, roleArn } from '../arns.ts';

/** Principals and places of one vendor: all that its guardrails need to know. */
export interface VendorPerimeter {
  /** AWS partition, `aws` or `aws-us-gov`, for ARNs. */
  readonly partition: string;
  /** Id of the organization, `o-` and 10 to 32 characters: principals outside it are refused. */
  readonly organizationId: string;
  /** Account the resources are in, twelve digits. */
  readonly account: string;
  /** Region the resources are in, for example `eu-west-2`. */
  readonly region: string;
  /** Region of backup copies; equals `region` when copies stay. */
  readonly recoveryRegion: string;
  /** Account that holds the copies of backups, twelve digits. */
  readonly backupAccount: string;
  /** The only vault copies may go to. */
  readonly copyVaultArn: string;
  /** The only role of another account that principals of this one may assume. */
  readonly logReaderRoleArn: string;
  /** The only role of another account that uses a key of this one: the copy back of a lost vault. */
  readonly copyBackRoleArn: string;
  /** Denies everything to whom it is attached. */
  readonly suspendedPolicyArn: string;
  /** Role ARNs, all of the vendor's own account. `m-*` stands for its matters: roles are deployed only. */
  readonly roles: VendorRoles;
}

/** Roles of a vendor's account by what they are for; those of `cdk bootstrap` and break glass are among them. */
export interface VendorRoles {
  /** CloudFormation's execution role, the only one that builds. */
  readonly deploy: string;
  /** Hands templates to CloudFormation and passes it the deploy role. */
  readonly pipeline: string;
  /** Uploads what the templates refer to. */
  readonly publishing: string;
  /** Reads for `cdk`; nothing here is looked up. */
  readonly lookup: string;
  readonly breakGlass: string;
  readonly keyCustodian: string;
  /** The kill switch's hand. */
  readonly containment: string;
  readonly connect: string;
  readonly sweep: string;
  readonly eventAlerts: string;
  readonly trailLogs: string;
  readonly flowLogs: string;
  /** The CDK's custom resource that empties the default security group; CloudFormation names it. */
  readonly defaultSecurityGroup: string;
  readonly reviewer: string;
  readonly qcLead: string;
  readonly supervisingLawyer: string;
  readonly releaseApprover: string;
  readonly secondApprover: string;
  readonly matterAdministrator: string;
  /** Everyone who works on a matter. */
  readonly people: readonly string[];
  readonly backup: string;
  /** People who start restores. */
  readonly restorer: string;
  readonly restore: string;
  readonly restoreTest: string;
  readonly malwareScan: string;
  /** Every role but those of the firm's staff. */
  readonly ours: readonly string[];
}

export function vendorPerimeter(
  partition: string,
  organization: Organization,
  vendor: Vendor,
): VendorPerimeter {
  const { account, region } = vendor;
  const recoveryRegion = vendor.recoveryRegion ?? region;
  const { backup, logArchive } = organization.accounts;
  const home = { partition, account, region };
  const role = (name: string) => roleArn(home, name);
  const pipeline = role(pipelineRoleName(organization.bootstrapQualifier, account, region));
  const publishing = role(publishingRoleName(organization.bootstrapQualifier, account, region));
  const breakGlass = role(organization.roles.breakGlass);
  const restorer = role(restorerRoleName(vendor.vendor, 'm-*', 'documents'));
  const defaultSecurityGroup = role(customResourceRoleNames(vendor.vendor));
  const person = (fn: (typeof matterFunctions)[number]) => role(matterRoleName(vendor.vendor, 'm-*', fn));
  const copyVault = backupVaultName(vendor.vendor, 'copy');
  return {
    partition,
    organizationId: organization.organizationId,
    account,
    region,
    recoveryRegion,
    backupAccount: backup,
    copyVaultArn: backupVaultArn(home, copyVault, { account: backup, region: recoveryRegion }),
    logReaderRoleArn: roleArn(home, logReaderRoleName(vendor.vendor), logArchive),
    copyBackRoleArn: roleArn(home, copyBackRoleName(vendor.vendor, 'service'), backup),
    suspendedPolicyArn: policyArn(home, suspendedPolicyName(vendor.vendor)),
    roles: {
      deploy: role(environmentRoleName(organization.roles.deploy, account, region)),
      pipeline,
      lookup: role(environmentRoleName(organization.roles.lookup, account, region)),
      publishing,
      breakGlass,
      containment: role(containmentRoleName(vendor.vendor)),
      keyCustodian: role(vendorRoleName(vendor.vendor, 'key-custodian')),
      connect: role(serviceFunctionName(vendor.vendor, 'connect')),
      sweep: role(serviceFunctionName(vendor.vendor, 'sweep')),
      eventAlerts: role(eventAlertRoleName(vendor.vendor)),
      trailLogs: role(logDeliveryRoleName(vendor.vendor, 'trail')),
      flowLogs: role(logDeliveryRoleName(vendor.vendor, 'flow')),
      defaultSecurityGroup,
      reviewer: person('reviewer'),
      qcLead: person('qcLead'),
      supervisingLawyer: person('supervisingLawyer'),
      releaseApprover: person('releaseApprover'),
      secondApprover: person('secondApprover'),
      matterAdministrator: person('matterAdministrator'),
      people: [...matterFunctions.map(person), restorer],
      backup: role(matterServiceRoleName(vendor.vendor, 'm-*', 'backup')),
      restorer,
      restore: role(matterServiceRoleName(vendor.vendor, 'm-*', 'restore')),
      restoreTest: role(matterServiceRoleName(vendor.vendor, 'm-*', 'restore-test')),
      malwareScan: role(matterServiceRoleName(vendor.vendor, 'm-*', 'malware-scan')),
      ours: [role(namesOfVendor(vendor.vendor)), breakGlass, defaultSecurityGroup, pipeline, publishing],
    },
  };
}
