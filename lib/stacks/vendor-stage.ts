import { BOOTSTRAP_QUALIFIER_CONTEXT, type Stack, Stage, type StageProps } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Certificates, Organization } from '../config/organization-schema';
import type { Vendor } from '../config/vendor-schema';
import { tagWorkspace } from '../constructs/tags/workspace-tags';
import { boundaryName, environmentRoleName, vendorRoleName } from '../model/names';
import { AccessStack } from './access-stack';
import { LogsStack } from './logs-stack';
import { MatterStack } from './matter-stack';
import { NetworkStack } from './network-stack';
import { VendorGuardrailsStack } from './vendor-guardrails-stack';
import { VpnStack } from './vpn-stack';

export interface VendorStageProps extends StageProps {
  readonly organization: Organization;
  readonly vendor: Vendor;
  readonly certificates: Certificates;
  /** SAML metadata documents, XML. */
  readonly identityProviderMetadata: { readonly access: string; readonly vpn: string };
}

/** Everything one vendor needs, in the accounts it needs it in; it refers to no other vendor. */
export class VendorStage extends Stage {
  constructor(scope: Construct, id: string, props: VendorStageProps) {
    super(scope, id, props);
    const { organization, vendor } = props;
    this.node.setContext(BOOTSTRAP_QUALIFIER_CONTEXT, organization.bootstrapQualifier);
    const workspace = {
      env: { account: vendor.account, region: vendor.region },
      terminationProtection: true,
    };
    const deployRoleName = environmentRoleName(organization.roles.deploy, vendor.account, vendor.region);
    new VendorGuardrailsStack(this, 'Guardrails', {
      env: { account: organization.accounts.management, region: organization.homeRegion },
      terminationProtection: true,
      organization,
      vendor,
    });
    const access = new AccessStack(this, 'Access', {
      ...workspace,
      organization,
      vendor,
      samlMetadata: props.identityProviderMetadata.access,
    });
    const iam = `arn:${access.partition}:iam::${vendor.account}:role/`;
    const logs = new LogsStack(this, 'Logs', {
      ...workspace,
      vendor,
      deployRoleArn: `${iam}${deployRoleName}`,
      custodianRoleArn: `${iam}${vendorRoleName(vendor.vendor, 'key-custodian')}`,
      retentionDays: organization.logRetentionDays,
    });
    logs.addStackDependency(access, 'the key policies name the key custodian');
    const network = new NetworkStack(this, 'Network', {
      ...workspace,
      vendor,
      organizationId: organization.organizationId,
      flowLogGroupName: `/lpo/${vendor.vendor}/vpc-flow`,
      dnsLogGroupName: `/lpo/${vendor.vendor}/dns-queries`,
    });
    underServiceBoundary(network, vendor.vendor);
    network.addStackDependency(logs, 'flow logs and DNS queries need their log groups');
    const vpn = new VpnStack(this, 'Vpn', {
      ...workspace,
      vendor,
      network,
      certificates: props.certificates,
      samlProviderName: `${organization.identityProvider.name}-vpn`,
      samlMetadata: props.identityProviderMetadata.vpn,
      logGroupName: `/lpo/${vendor.vendor}/vpn-connections`,
    });
    vpn.addStackDependency(logs);
    for (const matter of vendor.matters) {
      const stack = new MatterStack(this, `Matter-${matter.id}`, {
        ...workspace,
        vendor,
        matter,
        deployRoleName,
        samlProviderArn: `arn:${access.partition}:iam::${vendor.account}:saml-provider/${organization.identityProvider.name}-access`,
        vpcId: network.network.vpc.vpcId,
        s3EndpointId: network.endpoints.s3.attrId,
      });
      stack.addStackDependency(access);
      stack.addStackDependency(logs);
      tagWorkspace(stack, { 'lpo:matter': matter.id, 'lpo:data-class': matter.dataClasses.join('+') });
    }
    tagWorkspace(this, {
      'lpo:vendor': vendor.vendor,
      // What belongs to no single matter holds settings and logs; matters and backups say otherwise below.
      'lpo:matter': 'shared',
      'lpo:data-class': 'METADATA',
      'lpo:owner': vendor.owner,
      'lpo:environment': organization.environment,
    });
  }
}

/** Roles that constructs of the CDK make for themselves get the ceiling too. */
function underServiceBoundary(stack: Stack, vendor: string): void {
  const arn = `arn:${stack.partition}:iam::${stack.account}:policy/${boundaryName(vendor, 'service')}`;
  PermissionsBoundary.of(stack).apply(ManagedPolicy.fromManagedPolicyArn(stack, 'ServiceBoundary', arn));
}
