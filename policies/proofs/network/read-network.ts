import { asText } from '../../../lib/model/as-text.ts';
import type { Entry, TemplateReader } from '../world/template-reader.ts';
import { ec2Types } from './ec2-types.ts';
import { type Interval, ipv4Block } from './ipv4-set.ts';
import type { AclEntry, ClientVpn, Network, Route, Vpc } from './network.ts';
import { readSecurityRules } from './read-security-rules.ts';

/** Reads every EC2 resource of a stage. */
export function readNetwork(reader: TemplateReader): Network {
  for (const entry of reader.entries) {
    const { Type: type } = entry.resource;
    if (!type.startsWith('AWS::EC2::')) continue;
    const known = ec2Types[type];
    if (known === undefined)
      reader.fail('WORLD-TYPE', reader.place(entry), type, 'a type of EC2 resource the prover models');
    else reader.knowsOnly(entry, known);
  }
  const pairs = (type: string, from: string, to: string): Map<string, string> =>
    new Map(
      reader.ofType(type).map((entry) => [reader.text(entry, from) ?? '', reader.text(entry, to) ?? '']),
    );
  const tables = pairs('AWS::EC2::SubnetRouteTableAssociation', 'SubnetId', 'RouteTableId');
  const acls = pairs('AWS::EC2::SubnetNetworkAclAssociation', 'SubnetId', 'NetworkAclId');
  return {
    vpcs: reader.ofType('AWS::EC2::VPC').map((entry) => readVpc(reader, entry)),
    subnets: reader.ofType('AWS::EC2::Subnet').map((entry) => {
      const id = reader.reference(entry);
      const routeTable = tables.get(id);
      const acl = acls.get(id);
      return {
        id,
        vpc: reader.text(entry, 'VpcId') ?? '',
        block: block(reader, entry, 'CidrBlock'),
        label: entry.logicalId,
        ...(routeTable !== undefined && { routeTable }),
        ...(acl !== undefined && { acl }),
      };
    }),
    routes: reader.ofType('AWS::EC2::Route').map((entry) => readRoute(reader, entry)),
    aclEntries: reader.ofType('AWS::EC2::NetworkAclEntry').flatMap((entry) => readAclEntry(reader, entry)),
    rules: readSecurityRules(reader),
    vpns: reader.ofType('AWS::EC2::ClientVpnEndpoint').map((entry) => readVpn(reader, entry)),
    endpoints: reader.ofType('AWS::EC2::VPCEndpoint').map((entry) => ({
      id: reader.reference(entry),
      subnets: reader.list(entry, 'SubnetIds').map(asText),
      groups: reader.list(entry, 'SecurityGroupIds').map(asText),
    })),
    nats: new Map(
      reader
        .ofType('AWS::EC2::NatGateway')
        .map((entry) => [reader.reference(entry), reader.text(entry, 'SubnetId') ?? '']),
    ),
    peerings: new Map(
      reader
        .ofType('AWS::EC2::VPCPeeringConnection')
        .map((entry) => [
          reader.reference(entry),
          [reader.text(entry, 'VpcId') ?? '', reader.text(entry, 'PeerVpcId') ?? ''] as const,
        ]),
    ),
  };
}

/** A block that must be there and be IPv4; anything else is a failure. */
function block(reader: TemplateReader, entry: Entry, property: string): Interval {
  const written = reader.text(entry, property);
  const found = ipv4Block(written ?? '');
  if (found === undefined) {
    reader.fail(
      'WORLD-CIDR',
      reader.place(entry, `Properties.${property}`),
      written ?? 'none',
      'an IPv4 block',
    );
  }
  return found ?? [0, 0xffff_ffff];
}

function readVpc(reader: TemplateReader, entry: Entry): Vpc {
  const id = reader.reference(entry);
  const more = reader
    .ofType('AWS::EC2::VPCCidrBlock')
    .filter((other) => reader.text(other, 'VpcId') === id)
    .map((other) => block(reader, other, 'CidrBlock'));
  return { id, blocks: [block(reader, entry, 'CidrBlock'), ...more], place: reader.place(entry) };
}

const targets = [
  'GatewayId',
  'NatGatewayId',
  'VpcPeeringConnectionId',
  'TransitGatewayId',
  'EgressOnlyInternetGatewayId',
  'InstanceId',
  'NetworkInterfaceId',
  'VpcEndpointId',
  'LocalGatewayId',
  'CarrierGatewayId',
  'CoreNetworkArn',
];

function readRoute(reader: TemplateReader, entry: Entry): Route {
  const written = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'].flatMap(
    (name) => reader.text(entry, name) ?? [],
  );
  const destination = ipv4Block(written[0] ?? '');
  const via = targets.find((name) => entry.resource.Properties?.[name] !== undefined) ?? 'no target';
  return {
    table: reader.text(entry, 'RouteTableId') ?? '',
    ...(destination && { destination }),
    written: written[0] ?? 'no destination',
    via,
    target: reader.text(entry, via) ?? '',
    place: reader.place(entry),
  };
}

function readAclEntry(reader: TemplateReader, entry: Entry): AclEntry[] {
  // IPv6 entries are left out: the VPC has no IPv6 block, which the reader would refuse.
  if (entry.resource.Properties?.Ipv6CidrBlock !== undefined) return [];
  const range = reader.value(entry, 'PortRange') as { From?: unknown; To?: unknown } | undefined;
  return [
    {
      acl: reader.text(entry, 'NetworkAclId') ?? '',
      number: Number(reader.text(entry, 'RuleNumber')),
      egress: reader.text(entry, 'Egress') === 'true',
      allow: reader.text(entry, 'RuleAction') === 'allow',
      block: block(reader, entry, 'CidrBlock'),
      protocol: Number(reader.text(entry, 'Protocol')),
      ports: range === undefined ? [0, 65535] : [Number(asText(range.From)), Number(asText(range.To))],
      place: reader.place(entry),
    },
  ];
}

function readVpn(reader: TemplateReader, entry: Entry): ClientVpn {
  const id = reader.reference(entry);
  const mine = (type: string): Entry[] =>
    reader.ofType(type).filter((other) => reader.text(other, 'ClientVpnEndpointId') === id);
  const dataClasses = reader.tags(entry)['lpo:data-class'];
  return {
    id,
    place: reader.place(entry),
    clients: block(reader, entry, 'ClientCidrBlock'),
    groups: reader.list(entry, 'SecurityGroupIds').map(asText),
    subnets: mine('AWS::EC2::ClientVpnTargetNetworkAssociation').map(
      (other) => reader.text(other, 'SubnetId') ?? '',
    ),
    authorizations: mine('AWS::EC2::ClientVpnAuthorizationRule').map((other) => ({
      block: block(reader, other, 'TargetNetworkCidr'),
      everyone: reader.text(other, 'AuthorizeAllGroups') === 'true',
      group: reader.text(other, 'AccessGroupId') ?? '',
      place: reader.place(other),
    })),
    routes: mine('AWS::EC2::ClientVpnRoute').map((other) => ({
      block: block(reader, other, 'DestinationCidrBlock'),
      subnet: reader.text(other, 'TargetVpcSubnetId') ?? '',
      place: reader.place(other),
    })),
    splitTunnel: reader.text(entry, 'SplitTunnel') !== 'false',
    sessionHours: Number(reader.text(entry, 'SessionTimeoutHours') ?? 24),
    disconnects: reader.text(entry, 'DisconnectOnSessionTimeout') !== 'false',
    ...(dataClasses === undefined ? {} : { dataClasses }),
  };
}
