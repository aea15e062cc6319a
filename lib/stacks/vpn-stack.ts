import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Certificates } from '../config/organization-schema.ts';
import type { Matter, Vendor } from '../config/vendor-schema.ts';
import { WorkspaceVpn } from '../constructs/vpn/workspace-vpn.ts';
import type { Eligible } from '../gates/people/eligible-people.ts';
import { resolveVendorProfile } from '../profile/resolve-profile.ts';
import type { NetworkStack } from './network-stack.ts';
import { vpnGroups } from './vpn-groups.ts';

export interface VpnStackProps extends StackProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
  /** Stack of the VPC, its endpoints and their security groups. */
  readonly network: NetworkStack;
  /** ARNs in ACM of the server certificate and of the root that client certificates chain to. */
  readonly certificates: Certificates;
  /** Name of the SAML provider for the VPN. */
  readonly samlProviderName: string;
  /** SAML metadata of the identity provider's application for AWS Client VPN, XML. */
  readonly samlMetadata: string;
  /**
   * Name of the log group.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
   */
  readonly logGroupName: string;
  /** Function that decides at connect time. */
  readonly connectHandlerArn: string;
  /** Matters whose groups are let in by rules of this stack. */
  readonly matters: readonly Matter[];
  /** People who may act on the day of the synthesis; a function that nobody may fill is authorized for nothing. */
  readonly eligible: Eligible;
}

const banner =
  'This workspace belongs to the law firm. It is monitored. Use it only for the matters assigned to you; ' +
  'do not copy, photograph or discuss what you see outside your team.';

/** The way in. It can be deleted and deployed again without touching data. */
export class VpnStack extends Stack {
  readonly endpointId: string;

  constructor(scope: Construct, id: string, props: VpnStackProps) {
    super(scope, id, props);
    const { vendor } = props;
    const { vpc, vpnSubnets, endpointCidrs, resolverAddress } = props.network.network;
    const { endpoint } = new WorkspaceVpn(this, 'Vpn', {
      vpcId: vpc.vpcId,
      clientCidr: vendor.network.clientCidr,
      securityGroupId: props.network.endpoints.vpnSecurityGroup.securityGroupId,
      subnetIds: vpnSubnets.map((subnet) => subnet.subnetId),
      serverCertificateArn: props.certificates.server,
      clientRootCertificateArn: props.certificates.clientRoot,
      samlProviderName: props.samlProviderName,
      samlMetadata: props.samlMetadata,
      logGroupName: props.logGroupName,
      connectHandlerArn: props.connectHandlerArn,
      dnsServer: resolverAddress,
      groups: vpnGroups(props.matters, props.eligible),
      reachableCidrs: endpointCidrs,
      sessionHours: resolveVendorProfile(vendor).sessionHours,
      banner,
    });
    this.endpointId = endpoint.ref;
  }
}
