import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnSAMLProvider } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import { Boundaries } from '../constructs/access/boundaries.ts';
import { ContainmentRole } from '../constructs/access/containment-role.ts';
import { federatedTrust } from '../constructs/access/federated-trust.ts';
import { OversightRoles } from '../constructs/access/oversight-roles.ts';
import { releaseStatements } from '../constructs/access/release-statements.ts';
import { bucketArn, roleArn } from '../constructs/arns.ts';
import { SealedKey } from '../constructs/keys/sealed-key.ts';
import {
  accessLogBucketName,
  canary,
  containmentRoleName,
  environmentRoleName,
  keyAlias,
  logReaderRoleName,
  stateBucketName,
  vendorRoleName,
} from '../model/names.ts';

export interface AccessStackProps extends StackProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
  /** SAML metadata of the identity provider's application for AWS roles, XML. */
  readonly samlMetadata: string;
  /** Ids of everyone on the roster. */
  readonly people: readonly string[];
}

/** Access to the vendor's account: the identity provider, the ceilings, the oversight roles. */
export class AccessStack extends Stack {
  readonly samlProviderArn: string;

  constructor(scope: Construct, id: string, props: AccessStackProps) {
    super(scope, id, props);
    const { organization, vendor } = props;
    const provider = new CfnSAMLProvider(this, 'IdentityProvider', {
      name: `${organization.identityProvider.name}-access`,
      samlMetadataDocument: props.samlMetadata,
    });
    this.samlProviderArn = provider.ref;
    const { logArchive } = organization.accounts;
    const stateBucket = stateBucketName(vendor.vendor, this.account, this.region);
    const logs = {
      accessLogBucketArn: bucketArn(this, accessLogBucketName(vendor.vendor, this.account, this.region)),
      releases: releaseStatements({
        scope: this,
        vendor: vendor.vendor,
        stateBucketName: stateBucket,
      }),
      logReaderRoleArn: roleArn(this, logReaderRoleName(vendor.vendor), logArchive),
    };
    const boundaries = new Boundaries(this, 'Boundaries', { vendor: vendor.vendor, ...logs });
    const roles = new OversightRoles(this, 'Oversight', {
      vendor: vendor.vendor,
      organizationId: organization.organizationId,
      securityAccount: organization.accounts.security,
      breakGlassRoleName: organization.roles.breakGlass,
      trust: federatedTrust(provider.ref, this.region),
      ...logs,
    });
    roles.node.addDependency(boundaries);
    const containment = new ContainmentRole(this, 'Containment', {
      vendor: vendor.vendor,
      organizationId: organization.organizationId,
      securityAccount: organization.accounts.security,
      stateBucketName: stateBucket,
      people: props.people,
    });
    const role = (name: string) => roleArn(this, name);
    // Nobody may use it: drills of the kill switch disable it instead of a matter's key.
    const canaryKey = new SealedKey(this, 'CanaryKey', {
      alias: keyAlias(vendor.vendor, canary),
      description: 'Target of kill-switch drills; nothing is encrypted under it',
      deployRoleArn: role(environmentRoleName(organization.roles.deploy, this.account, this.region)),
      custodianRoleArn: role(vendorRoleName(vendor.vendor, 'key-custodian')),
      containmentRoleArn: role(containmentRoleName(vendor.vendor)),
      usage: [],
    });
    canaryKey.node.addDependency(roles, containment);
  }
}
