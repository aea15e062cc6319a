import {
  CfnVPCBlockPublicAccessOptions,
  IpAddresses,
  type ISubnet,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { mergeCidrs } from './merge-cidrs.ts';

export interface WorkspaceVpcProps {
  /** IPv4 range of the VPC, /24 or larger. */
  readonly cidr: string;
  /** Two or more zones, named here so that synthesis never asks an account for them. */
  readonly availabilityZones: readonly string[];
}

/**
 * A VPC without a way out: no internet gateway, no NAT, no peering, no public subnet.
 *
 * Two tiers in each zone: interface endpoints, and the network interfaces of the VPN. Block Public Access
 * holds even if somebody attaches an internet gateway later.
 */
export class WorkspaceVpc extends Construct {
  /** The VPC: isolated subnets, no gateway of any kind. */
  readonly vpc: Vpc;
  /** Subnets of the interface endpoints, one a zone. */
  readonly endpointSubnets: readonly ISubnet[];
  /** Ranges of those subnets, as few as hold them and nothing else: a group is let into each by a rule of its own. */
  readonly endpointCidrs: readonly string[];
  /** Subnets that the Client VPN is associated with, one a zone. */
  readonly vpnSubnets: readonly ISubnet[];
  /** The Route 53 Resolver of the VPC, at the network address plus two; it lies in the first endpoint subnet. */
  readonly resolverAddress: string;

  constructor(scope: Construct, id: string, props: WorkspaceVpcProps) {
    super(scope, id);
    this.vpc = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr(props.cidr),
      availabilityZones: [...props.availabilityZones],
      createInternetGateway: false,
      natGateways: 0,
      restrictDefaultSecurityGroup: true,
      // /27 is the smallest subnet a Client VPN endpoint can be associated with.
      subnetConfiguration: [
        { name: 'Endpoint', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 27 },
        { name: 'Vpn', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 27 },
      ],
    });
    this.endpointSubnets = this.vpc.selectSubnets({ subnetGroupName: 'Endpoint' }).subnets;
    this.endpointCidrs = mergeCidrs(this.endpointSubnets.map(({ ipv4CidrBlock }) => ipv4CidrBlock));
    this.vpnSubnets = this.vpc.selectSubnets({ subnetGroupName: 'Vpn' }).subnets;
    this.resolverAddress = props.cidr.replace(/\.\d+\/\d+$/, '.2');

    acknowledge(this.vpc, {
      rule: 'CloudFormation-Validate::W3010',
      reason: 'Zones are written out so that synthesis asks no account; the vendor file names them.',
      ...platformSecurityReview,
    });
    new CfnVPCBlockPublicAccessOptions(this, 'BlockPublicAccess', {
      internetGatewayBlockMode: 'block-bidirectional',
    });
  }
}
