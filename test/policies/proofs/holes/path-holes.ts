import { type Garden, type Json, statement } from './garden';
import type { Hole } from './hole';
import { bucketPolicy, control, keyPolicy, logicalId, network, personRole, region, vpn } from './places';

const regions = 'no-request-outside-the-regions';
const ways = 'data-has-no-way-out-in-region';
const endpoint = 'people-work-through-the-endpoint';
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

export const pathHoles: readonly Hole[] = [
  {
    name: 'the region is pinned by a pattern',
    refutes: regions,
    plant: (garden) => {
      const pin = statement(control(garden, 'region-pin').Content, 'PinRegion');
      pin.Condition = { StringNotLike: { 'aws:RequestedRegion': `${region}*` } };
    },
    culprit: /PinRegion.*StringNotLike/,
  },
  {
    name: 'S3 is exempt from the region pin',
    refutes: regions,
    plant: (garden) => {
      statement(control(garden, 'region-pin').Content, 'PinRegion').NotAction.push('s3:*');
    },
    culprit: /PinRegion.*its action does not match/,
  },
  {
    name: 'a role is exempt from the region pin',
    refutes: regions,
    plant: (garden) => {
      statement(control(garden, 'region-pin').Content, 'PinRegion').Condition.ArnNotLike = {
        'aws:PrincipalArn': 'arn:aws:iam::*:role/stacksets-exec-*',
      };
    },
    culprit: /PinRegion.*stacksets-exec/,
  },
  {
    name: 'replication is not forbidden',
    refutes: ways,
    plant: (garden) => {
      const deny = statement(control(garden, 'residency-holes').Content, 'NoReplication');
      deny.Action = deny.Action.filter((action: string) => action !== 's3:PutReplicationConfiguration');
    },
    culprit: /NoReplication.*its action does not match/,
  },
  {
    name: 'a text where a Bool is needed: kms:MultiRegion "True"',
    refutes: ways,
    plant: (garden) => {
      statement(control(garden, 'residency-holes').Content, 'NoMultiRegionKeys').Condition = {
        StringEquals: { 'kms:MultiRegion': 'True' },
      };
    },
    culprit: /NoMultiRegionKeys.*StringEquals kms:MultiRegion/,
  },
  {
    name: 'ForAllValues where ForAnyValue is needed: one good copy target hides a bad one',
    refutes: ways,
    plant: (garden) => {
      const deny = statement(control(garden, 'residency-holes').Content, 'CopiesOnlyToTheCopyVault');
      deny.Condition = { 'ForAllValues:ArnNotEquals': deny.Condition['ForAnyValue:ArnNotEquals'] };
    },
    culprit: /CopiesOnlyToTheCopyVault.*ForAllValues:ArnNotEquals/,
  },
  {
    name: 'the deny outside the endpoint exempts aws:ViaAWSService',
    refutes: endpoint,
    bare: true,
    plant: (garden) => {
      statement(bucketPolicy(garden), 'OnlyThroughTheEndpoint').Condition.BoolIfExists = {
        'aws:ViaAWSService': 'false',
      };
    },
    culprit: /OnlyThroughTheEndpoint.*BoolIfExists aws:ViaAWSService false does not hold/,
  },
  {
    name: 'any endpoint will do',
    refutes: endpoint,
    bare: true,
    plant: (garden) => {
      statement(bucketPolicy(garden), 'OnlyThroughTheEndpoint').Condition.StringNotLike = {
        'aws:SourceVpce': 'vpce-*',
      };
      delete statement(bucketPolicy(garden), 'OnlyThroughTheEndpoint').Condition.StringNotEquals;
    },
    culprit: /OnlyThroughTheEndpoint.*StringNotLike aws:SourceVpce/,
  },
  {
    name: 'the deny binds only where an endpoint is named at all',
    refutes: endpoint,
    bare: true,
    plant: (garden) => {
      statement(bucketPolicy(garden), 'OnlyThroughTheEndpoint').Condition.Null = {
        'aws:SourceVpce': 'false',
      };
    },
    culprit: /OnlyThroughTheEndpoint.*Null aws:SourceVpce/,
  },
  {
    name: 'the key serves S3 in every region',
    refutes: endpoint,
    bare: true,
    plant: (garden) => {
      const use = statement(keyPolicy(garden), 'PeopleReadAndWriteThroughS3');
      delete use.Condition.StringEquals['kms:ViaService'];
      use.Condition.StringLike = { 'kms:ViaService': 's3.*.amazonaws.com' };
    },
    culprit: /PeopleReadAndWriteThroughS3 \(resource policy\)/,
  },
  {
    name: 'MFA by Bool on a key that SAML sessions do not have',
    refutes: 'people-work-with-mfa',
    bare: true,
    plant: (garden) => {
      const [trust] = personRole(garden, 'reviewer').AssumeRolePolicyDocument.Statement;
      delete trust.Condition.StringEquals['aws:RequestTag/lpo:mfa'];
      const boundary = garden.find(
        'meridian/Access',
        'AWS::IAM::ManagedPolicy',
        'lpo-meridian-matter-boundary',
      );
      for (const allowed of boundary.PolicyDocument.Statement) delete allowed.Condition;
      const deny = statement(bucketPolicy(garden), 'OnlyWithMfa');
      delete deny.Condition.StringNotEquals;
      deny.Condition.Bool = { 'aws:MultiFactorAuthPresent': 'false' };
    },
    culprit: /OnlyWithMfa.*Bool aws:MultiFactorAuthPresent false does not hold/,
  },
  {
    name: 'sessions of twelve hours',
    refutes: 'sessions-end',
    plant: (garden) => {
      personRole(garden, 'reviewer').MaxSessionDuration = 43_200;
    },
    culprit: /Peoplereviewer.*MaxSessionDuration/,
  },
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
