import { resourceCheck } from '../../../authoring/check.ts';

const route = (properties: object) => ({
  Type: 'AWS::EC2::Route',
  Properties: { RouteTableId: 'rtb-1', ...properties },
});

/** Targets that stay inside the VPC. Everything else leaves it. */
const inside = new Set(['RouteTableId', 'DestinationCidrBlock', 'NetworkInterfaceId', 'VpcEndpointId']);

/** Local routes are implicit; a workspace has no reason for any other but to an endpoint. */
export const check = resourceCheck({
  control: 'LPO-NET-01',
  name: 'no-route-out',
  expected: 'every route has a literal IPv4 destination narrower than /8 and a target inside the VPC',
  fix: 'remove the route',
  types: ['AWS::EC2::Route'],
  judge(resource) {
    const targets = Object.keys(resource.properties).filter((name) => !inside.has(name));
    const destination = resource.text('DestinationCidrBlock') ?? '';
    const prefix = /^(?:\d+\.){3}\d+\/(\d+)$/.exec(destination)?.[1];
    return [
      ...targets.map((property) => ({ property, got: resource.show(property) })),
      ...(prefix === undefined || Number(prefix) < 8
        ? [{ property: 'DestinationCidrBlock', got: resource.show('DestinationCidrBlock') }]
        : []),
    ];
  },
  good: { 'to an endpoint': route({ DestinationCidrBlock: '10.9.0.0/24', VpcEndpointId: 'vpce-1' }) },
  bad: {
    'to the internet': route({ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' }),
    'to half of it': route({ DestinationCidrBlock: '0.0.0.0/1', NetworkInterfaceId: 'eni-1' }),
    'to IPv6': route({ DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'x' }),
    'through NAT': route({ DestinationCidrBlock: '10.9.0.0/24', NatGatewayId: 'x' }),
    'to a peer': route({ DestinationCidrBlock: '10.9.0.0/24', VpcPeeringConnectionId: 'x' }),
    'to a transit gateway': route({ DestinationCidrBlock: '10.9.0.0/24', TransitGatewayId: 'x' }),
    'to a prefix list': route({ DestinationPrefixListId: 'pl-1', NetworkInterfaceId: 'x' }),
  },
});
