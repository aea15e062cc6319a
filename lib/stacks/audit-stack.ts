import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import { roleArn } from '../constructs/arns.ts';
import { VendorTrail } from '../constructs/audit/vendor-trail.ts';
import { environmentRoleName } from '../model/names.ts';

export interface AuditStackProps extends StackProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
}

/** True where a vendor gets a trail of its own; an organization's trail would only be recorded twice. */
export const needsVendorTrail = (organization: Organization): boolean =>
  !organization.managedByOrganization.trail;

/** The vendor's trail. Not built where `needsVendorTrail` is false; deployed after the log archive. */
export class AuditStack extends Stack {
  constructor(scope: Construct, id: string, props: AuditStackProps) {
    super(scope, id, props);
    const { organization, vendor } = props;
    if (!needsVendorTrail(organization)) {
      throw new Error('managedByOrganization.trail is true: got an audit stack, expected none.');
    }
    const deployRoleName = environmentRoleName(organization.roles.deploy, this.account, this.region);
    new VendorTrail(this, 'Audit', {
      vendor: vendor.vendor,
      logArchiveAccount: organization.accounts.logArchive,
      deployRoleArn: roleArn(this, deployRoleName),
    });
  }
}
