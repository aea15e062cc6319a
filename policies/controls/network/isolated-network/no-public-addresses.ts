import { resourceCheck } from '../../../authoring/check.ts';

const subnet = (properties: object) => ({
  Type: 'AWS::EC2::Subnet',
  Properties: { VpcId: 'v', ...properties },
});

export const check = resourceCheck({
  control: 'LPO-NET-01',
  name: 'no-public-addresses',
  expected: 'a subnet hands out no public and no IPv6 address',
  fix: 'set MapPublicIpOnLaunch to false and leave IPv6 out (PRIVATE_ISOLATED subnets in the CDK)',
  types: ['AWS::EC2::Subnet'],
  judge(resource) {
    const wanted = [
      ['MapPublicIpOnLaunch', resource.get('MapPublicIpOnLaunch') === undefined],
      ['AssignIpv6AddressOnCreation', resource.get('AssignIpv6AddressOnCreation') === undefined],
    ] as const;
    const on = wanted
      .filter(([property, absent]) => !absent && resource.text(property) !== 'false')
      .map(([property]) => ({ property, got: resource.show(property) }));
    const ipv6 = ['Ipv6CidrBlock', 'Ipv6IpamPoolId', 'Ipv6Native', 'EnableDns64']
      .filter((property) => resource.get(property) !== undefined && resource.text(property) !== 'false')
      .map((property) => ({ property, got: resource.show(property) }));
    return [...on, ...ipv6];
  },
  good: { isolated: subnet({ MapPublicIpOnLaunch: false }), 'by default': subnet({}) },
  bad: {
    public: subnet({ MapPublicIpOnLaunch: true }),
    'decided at deployment': subnet({ MapPublicIpOnLaunch: { Ref: 'Public' } }),
    IPv6: subnet({ AssignIpv6AddressOnCreation: true }),
  },
});
