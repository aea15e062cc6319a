import { resourceCheck } from '../../../authoring/check.ts';

/** Every EC2, Direct Connect, Lattice and Network Manager type that joins a VPC to something else. */
const gateways = [
  'AWS::EC2::CarrierGateway',
  'AWS::EC2::CustomerGateway',
  'AWS::EC2::EgressOnlyInternetGateway',
  'AWS::EC2::EIP',
  'AWS::EC2::EIPAssociation',
  'AWS::EC2::InternetGateway',
  'AWS::EC2::LocalGatewayRoute',
  'AWS::EC2::LocalGatewayRouteTableVPCAssociation',
  'AWS::EC2::NatGateway',
  'AWS::EC2::RouteServer',
  'AWS::EC2::RouteServerAssociation',
  'AWS::EC2::TransitGateway',
  'AWS::EC2::TransitGatewayAttachment',
  'AWS::EC2::TransitGatewayConnect',
  'AWS::EC2::TransitGatewayPeeringAttachment',
  'AWS::EC2::TransitGatewayRoute',
  'AWS::EC2::TransitGatewayVpcAttachment',
  'AWS::EC2::VPCEndpointService',
  'AWS::EC2::VPCEndpointServicePermissions',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::EC2::VPCPeeringConnection',
  'AWS::EC2::VPNConnection',
  'AWS::EC2::VPNConnectionRoute',
  'AWS::EC2::VPNGateway',
  'AWS::EC2::VPNGatewayRoutePropagation',
  'AWS::NetworkManager::VpcAttachment',
  'AWS::RAM::ResourceShare',
  'AWS::VpcLattice::ServiceNetworkVpcAssociation',
] as const;

export const check = resourceCheck({
  control: 'LPO-NET-01',
  name: 'no-way-out-of-the-vpc',
  expected: 'no internet, NAT, transit or private gateway, no peering, no shared subnet',
  fix: 'remove the resource; the workspace reaches AWS through its endpoints and nothing else',
  types: [...gateways, 'AWS::EC2::VPC', 'AWS::EC2::VPCCidrBlock'],
  judge(resource) {
    if (resource.type === 'AWS::EC2::VPC') return [];
    if (resource.type === 'AWS::EC2::VPCCidrBlock')
      return ['AmazonProvidedIpv6CidrBlock', 'Ipv6CidrBlock', 'Ipv6IpamPoolId', 'Ipv6Pool']
        .filter((property) => resource.get(property) !== undefined)
        .map((property) => ({ property, got: resource.show(property), expected: 'IPv4 only' }));
    return [{ property: 'Type', got: resource.type }];
  },
  good: { 'a VPC': { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.20.0.0/22' } } },
  bad: {
    ...Object.fromEntries(gateways.map((type) => [type, { Type: type }])),
    'public IPv6': { Type: 'AWS::EC2::VPCCidrBlock', Properties: { AmazonProvidedIpv6CidrBlock: true } },
  },
});
