import { resourceCheck } from '../../../authoring/check.ts';
import { expectPresent } from '../../../authoring/expect.ts';
import { isNarrowPrivate } from '../../../reading/is-narrow-private.ts';

const entry = (properties: object) => ({
  Type: 'AWS::EC2::NetworkAclEntry',
  Properties: {
    RuleAction: 'allow',
    Egress: false,
    CidrBlock: '10.20.0.0/27',
    Protocol: 6,
    PortRange: { From: 443, To: 443 },
    ...properties,
  },
});

export const check = resourceCheck({
  control: 'LPO-NET-01',
  name: 'network-acls-narrow',
  expected: 'an allowing entry names TCP or UDP, one port or the reply range 1024-65535, and a private range',
  fix: 'narrow the entry to the subnets and ports that talk to each other',
  types: ['AWS::EC2::NetworkAclEntry'],
  judge(resource) {
    if (resource.text('RuleAction') === 'deny') return [];
    const [from, to] = [Number(resource.text('PortRange.From')), Number(resource.text('PortRange.To'))];
    return [
      ...expectPresent(resource, 'Egress'),
      ...(isNarrowPrivate(resource.text('CidrBlock') ?? '')
        ? []
        : [{ property: 'CidrBlock', got: resource.show('CidrBlock') }]),
      ...(resource.get('Ipv6CidrBlock') === undefined
        ? []
        : [{ property: 'Ipv6CidrBlock', got: resource.show('Ipv6CidrBlock') }]),
      ...(['6', '17'].includes(resource.text('Protocol') ?? '')
        ? []
        : [{ property: 'Protocol', got: resource.show('Protocol') }]),
      ...((from > 0 && from === to) || (from === 1024 && to === 65535)
        ? []
        : [{ property: 'PortRange', got: resource.show('PortRange') }]),
    ];
  },
  good: { HTTPS: entry({}), replies: entry({ PortRange: { From: 1024, To: 65535 } }) },
  bad: {
    'from anywhere': entry({ CidrBlock: '0.0.0.0/0' }),
    'every protocol': entry({ Protocol: -1 }),
    'every port': entry({ PortRange: { From: 0, To: 65535 } }),
    'no direction': entry({ Egress: undefined }),
    'no action': entry({ RuleAction: undefined, Protocol: -1 }),
  },
});
