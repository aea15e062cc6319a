import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Certificates } from '../config/organization-schema';
import { matterFunctions, type Vendor } from '../config/vendor-schema';
import { WorkspaceVpn } from '../constructs/vpn/workspace-vpn';
import type { NetworkStack } from './network-stack';

export interface VpnStackProps extends StackProps {
  readonly vendor: Vendor;
  readonly network: NetworkStack;
  readonly certificates: Certificates;
  readonly samlProviderName: string;
  /** SAML metadata of the identity provider's application for AWS Client VPN, XML. */
  readonly samlMetadata: string;
  readonly logGroupName: string;
}

const banner =
  'This workspace belongs to the law firm. It is monitored. Use it only for the matters assigned to you; ' +
  'do not copy, photograph or discuss what you see outside your team.';

/** The way in. It can be deleted and deployed again without touching data. */
export class VpnStack extends Stack {
  constructor(scope: Construct, id: string, props: VpnStackProps) {
    super(scope, id, props);
    const { vendor } = props;
    const { vpc, vpnSubnets, endpointSubnets, resolverAddress } = props.network.network;
    new WorkspaceVpn(this, 'Vpn', {
      vpcId: vpc.vpcId,
      clientCidr: vendor.network.clientCidr,
      securityGroupId: props.network.endpoints.vpnSecurityGroup.securityGroupId,
      subnetIds: vpnSubnets.map((subnet) => subnet.subnetId),
      serverCertificateArn: props.certificates.server,
      clientRootCertificateArn: props.certificates.clientRoot,
      samlProviderName: props.samlProviderName,
      samlMetadata: props.samlMetadata,
      logGroupName: props.logGroupName,
      dnsServer: resolverAddress,
      groups: vendor.matters.flatMap((matter) =>
        matterFunctions.map((fn) => ({ name: `${matter.id}-${fn}`, accessGroupId: matter.groups[fn] })),
      ),
      reachableCidrs: endpointSubnets.map((subnet) => subnet.ipv4CidrBlock),
      sessionHours: 8,
      banner,
    });
  }
}
