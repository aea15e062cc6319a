import { PermissionsBoundary, Stage, type StageProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Certificates, Organization } from '../config/organization-schema';
import type { Vendor } from '../config/vendor-schema';
import { environmentRoleName, vendorRoleName } from '../model/names';
import { AccessStack } from './access-stack';
import { LogsStack } from './logs-stack';
import { MatterStack } from './matter-stack';
import { NetworkStack } from './network-stack';
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
    const workspace = {
      env: { account: vendor.account, region: vendor.region },
      terminationProtection: true,
    };
    const deployRoleName = environmentRoleName(organization.roles.deploy, vendor.account, vendor.region);
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
      Tags.of(stack).add('lpo:matter', matter.id);
      Tags.of(stack).add('lpo:data-class', matter.dataClasses.join('+'));
    }
    Tags.of(this).add('lpo:vendor', vendor.vendor);
    Tags.of(this).add('lpo:owner', vendor.owner);
    Tags.of(this).add('lpo:environment', organization.environment);
    void PermissionsBoundary;
  }
}
