import type { Garden, Json } from './garden.ts';
import type { Hole } from './hole.ts';
import { logicalId, network, region, vpn } from './places.ts';

const routes = 'no-route-leads-out';
const groups = 'vpn-serves-named-groups';
const perimeter = 'endpoints-stay-in-the-account';

/** A route in the table of the first VPN subnet. */
function addRoute(
  garden: Garden,
  target: Json,
  destination: Json = { DestinationCidrBlock: '0.0.0.0/0' },
): void {
  const table = logicalId(garden, network, 'AWS::EC2::RouteTable', 'VpnSubnet1');
  garden.resources(network).PlantedRoute = {
    Type: 'AWS::EC2::Route',
    Properties: { RouteTableId: { Ref: table }, ...destination, ...target },
  };
}

const add = (garden: Garden, type: string, properties: Json): Json => {
  garden.resources(network).Planted = { Type: type, Properties: properties };
  return { Ref: 'Planted' };
};

const vpcOf = (garden: Garden): Json => ({ Ref: logicalId(garden, network, 'AWS::EC2::VPC') });

export const networkHoles: readonly Hole[] = [
  {
    name: 'an internet gateway and a route',
    refutes: routes,
    plant: (garden) => addRoute(garden, { GatewayId: add(garden, 'AWS::EC2::InternetGateway', {}) }),
    culprit: /PlantedRoute/,
  },
  {
    name: 'a NAT gateway and a route',
    refutes: routes,
    plant: (garden) => {
      const subnet = { Ref: logicalId(garden, network, 'AWS::EC2::Subnet', 'EndpointSubnet1') };
      addRoute(garden, { NatGatewayId: add(garden, 'AWS::EC2::NatGateway', { SubnetId: subnet }) });
      const table = logicalId(garden, network, 'AWS::EC2::RouteTable', 'EndpointSubnet1');
      garden.resources(network).Gateway = { Type: 'AWS::EC2::InternetGateway', Properties: {} };
      garden.resources(network).GatewayRoute = {
        Type: 'AWS::EC2::Route',
        Properties: {
          RouteTableId: { Ref: table },
          DestinationCidrBlock: '0.0.0.0/0',
          GatewayId: { Ref: 'Gateway' },
        },
      };
    },
    culprit: /PlantedRoute.*GatewayRoute|GatewayRoute/s,
  },
  {
    name: 'a peering and a route',
    refutes: routes,
    plant: (garden) =>
      addRoute(
        garden,
        {
          VpcPeeringConnectionId: add(garden, 'AWS::EC2::VPCPeeringConnection', {
            VpcId: vpcOf(garden),
            PeerVpcId: 'vpc-of-another-vendor',
          }),
        },
        { DestinationCidrBlock: '10.30.0.0/22' },
      ),
    culprit: /vpc-of-another-vendor.*PlantedRoute|PlantedRoute/s,
  },
  {
    name: 'a transit gateway and a route',
    refutes: routes,
    plant: (garden) => addRoute(garden, { TransitGatewayId: add(garden, 'AWS::EC2::TransitGateway', {}) }),
    culprit: /PlantedRoute/,
  },
  {
    name: 'an egress-only gateway for IPv6',
    refutes: routes,
    plant: (garden) =>
      addRoute(
        garden,
        {
          EgressOnlyInternetGatewayId: add(garden, 'AWS::EC2::EgressOnlyInternetGateway', {
            VpcId: vpcOf(garden),
          }),
        },
        { DestinationIpv6CidrBlock: '::/0' },
      ),
    culprit: /PlantedRoute/,
  },
  {
    name: 'clients may go anywhere: an all-groups rule and a route',
    refutes: routes,
    plant: (garden) => {
      const id = { Ref: logicalId(garden, vpn, 'AWS::EC2::ClientVpnEndpoint') };
      garden.resources(vpn).PlantedRule = {
        Type: 'AWS::EC2::ClientVpnAuthorizationRule',
        Properties: { ClientVpnEndpointId: id, TargetNetworkCidr: '0.0.0.0/0', AuthorizeAllGroups: true },
      };
      const subnet = garden.find(vpn, 'AWS::EC2::ClientVpnTargetNetworkAssociation', 'VpnSubnet1').SubnetId;
      garden.resources(vpn).PlantedRoute = {
        Type: 'AWS::EC2::ClientVpnRoute',
        Properties: { ClientVpnEndpointId: id, DestinationCidrBlock: '0.0.0.0/0', TargetVpcSubnetId: subnet },
      };
    },
    culprit: /PlantedRule.*PlantedRoute/s,
  },
  {
    name: 'a rule for a group reaches the whole VPC',
    refutes: routes,
    plant: (garden) => {
      garden.find(vpn, 'AWS::EC2::ClientVpnAuthorizationRule', 'm7f3a9creviewer0').TargetNetworkCidr =
        '10.20.0.0/22';
    },
    culprit: /m7f3a9creviewer0/,
  },
  {
    name: 'a rule for all groups',
    refutes: groups,
    plant: (garden) => {
      const rule = garden.find(vpn, 'AWS::EC2::ClientVpnAuthorizationRule', 'm7f3a9creviewer0');
      rule.AuthorizeAllGroups = true;
      delete rule.AccessGroupId;
    },
    culprit: /m7f3a9creviewer0/,
  },
  {
    name: 'split tunnel',
    refutes: groups,
    plant: (garden) => {
      garden.find(vpn, 'AWS::EC2::ClientVpnEndpoint').SplitTunnel = true;
    },
    culprit: /VpnEndpoint/,
  },
  {
    name: 'clients and subnets are open to each other',
    refutes: groups,
    plant: (garden) => {
      const group = garden.find(network, 'AWS::EC2::SecurityGroup', 'Client VPN');
      group.SecurityGroupEgress = [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }];
      for (const [id, { Type, Properties }] of Object.entries(garden.resources(network))) {
        if (Type === 'AWS::EC2::NetworkAclEntry' && id.includes('Acl'))
          Object.assign(Properties, { Protocol: -1 });
      }
    },
    culprit: /VpnSecurityGroup.*SecurityGroupEgress\[0\]/s,
  },
  {
    name: 'an endpoint without a policy',
    refutes: perimeter,
    plant: (garden) => {
      delete garden.find(network, 'AWS::EC2::VPCEndpoint', `com.amazonaws.${region}.s3`).PolicyDocument;
    },
    culprit: /no PolicyDocument/,
  },
  {
    name: 'an endpoint that serves every resource',
    refutes: perimeter,
    bare: true,
    plant: (garden) => {
      const { PolicyDocument: document } = garden.find(
        network,
        'AWS::EC2::VPCEndpoint',
        `com.amazonaws.${region}.s3`,
      );
      for (const allowed of document.Statement) {
        delete allowed.Condition.StringEquals['aws:ResourceAccount'];
        delete allowed.Condition.StringEquals['aws:ResourceOrgID'];
      }
    },
    culprit: /\(endpoint policy\)/,
  },
  {
    name: 'an endpoint that accepts foreign credentials',
    refutes: perimeter,
    plant: (garden) => {
      const { PolicyDocument: document } = garden.find(
        network,
        'AWS::EC2::VPCEndpoint',
        `com.amazonaws.${region}.kms`,
      );
      for (const allowed of document.Statement) {
        delete allowed.Condition.StringEquals['aws:PrincipalAccount'];
        delete allowed.Condition.StringEquals['aws:PrincipalOrgID'];
      }
    },
    culprit: /\(endpoint policy\)/,
  },
];
