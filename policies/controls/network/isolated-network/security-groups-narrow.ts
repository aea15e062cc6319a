import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { isNarrowPrivate } from '../../../reading/is-narrow-private.ts';
import type { ResourceView } from '../../../template/resource-view.ts';

const rule = (properties: object) => ({
  Type: 'AWS::EC2::SecurityGroupIngress',
  Properties: { GroupId: 'sg-1', IpProtocol: 'tcp', FromPort: 443, ToPort: 443, ...properties },
});
const group = (properties: object) => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: { VpcId: 'v', ...properties },
});

/** The CDK writes "no egress" as a rule to 255.255.255.255/32, which matches nothing. */
const nowhere = '255.255.255.255/32';

export const check = resourceCheck({
  control: 'LPO-NET-01',
  name: 'security-groups-narrow',
  expected:
    'each rule names one protocol, at most one port (or the reply range) and another group or a range of /16 or narrower inside RFC 1918',
  fix: 'allow TCP 443 between the groups that talk to each other; set allowAllOutbound to false',
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  judge(resource) {
    if (resource.type !== 'AWS::EC2::SecurityGroup') return faults(resource, '');
    return ['SecurityGroupIngress', 'SecurityGroupEgress'].flatMap((direction) =>
      resource.list(direction).flatMap((_, index) => faults(resource, `${direction}.${index}.`)),
    );
  },
  good: {
    'between groups': rule({ SourceSecurityGroupId: 'sg-2' }),
    'inside the VPC': rule({ CidrIp: '10.20.0.0/22' }),
    'no egress': group({
      SecurityGroupEgress: [{ CidrIp: nowhere, IpProtocol: 'icmp', FromPort: 252, ToPort: 86 }],
    }),
  },
  bad: {
    'from anywhere': rule({ CidrIp: '0.0.0.0/0' }),
    'from anywhere, IPv6': rule({ CidrIpv6: '::/0' }),
    'from half of everywhere': rule({ CidrIp: '128.0.0.0/1' }),
    'from a public range': rule({ CidrIp: '8.8.8.0/24' }),
    'from a prefix list': rule({ SourcePrefixListId: 'pl-1' }),
    'every protocol': rule({ IpProtocol: '-1', SourceSecurityGroupId: 'sg-2' }),
    'every port': rule({ FromPort: 0, ToPort: 65535, SourceSecurityGroupId: 'sg-2' }),
    'open egress': group({ SecurityGroupEgress: [{ CidrIp: '0.0.0.0/0', IpProtocol: '-1' }] }),
  },
});

function faults(resource: ResourceView, at: string): Deviation[] {
  const cidr = resource.text(`${at}CidrIp`);
  if (cidr === nowhere) return [];
  const found: Deviation[] = [];
  const say = (property: string) =>
    found.push({ property: `${at}${property}`, got: resource.show(`${at}${property}`) });
  if (resource.get(`${at}CidrIp`) !== undefined && !isNarrowPrivate(cidr ?? '')) say('CidrIp');
  for (const property of ['CidrIpv6', 'SourcePrefixListId', 'DestinationPrefixListId'])
    if (resource.get(at + property) !== undefined) say(property);
  if (!['tcp', 'udp', '6', '17'].includes(resource.text(`${at}IpProtocol`) ?? '')) say('IpProtocol');
  const [from, to] = [Number(resource.text(`${at}FromPort`)), Number(resource.text(`${at}ToPort`))];
  if (!(from > 0 && from === to)) say('ToPort');
  return found;
}
