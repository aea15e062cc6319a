import { asText } from '../../../lib/model/as-text.ts';
import { partitionOf as partitionOfRegion } from '../../template/partition.ts';
import { isObject } from '../../template/template-shape.ts';
import type { FactVerdict } from '../authoring/proof-statement.ts';
import { formatIpv4 } from '../network/ipv4-set.ts';
import { formatPlace } from '../policy/statement.ts';
import type { Endpoint, Made, World } from '../world/world.ts';
import { type Fault, faultsIn, type Row, verdict } from './faults.ts';

/** Names a client asks for to use an endpoint of a service. Source: each service's page on its endpoints. */
function namesFor(endpoint: Endpoint, world: World): string[] {
  const suffix = `${endpoint.region}.${partitionOfRegion(endpoint.region)?.suffix}`;
  const own = [`${endpoint.service}.${suffix}`];
  if (endpoint.service !== 's3') return own;
  const buckets = world.resources.filter(
    ({ type, tags, account }) =>
      type === 'AWS::S3::Bucket' &&
      account === endpoint.account &&
      (tags['lpo:matter'] ?? 'shared') !== 'shared',
  );
  const points = world.resources.filter(({ type }) => type === 'AWS::S3::AccessPoint');
  return [
    ...own,
    ...buckets.map(({ label }) => `${label}.s3.${suffix}`),
    ...points.map(({ label, account }) => `${label}-${account}.s3-accesspoint.${suffix}`),
  ];
}

/** Names resolve to the endpoint: private DNS is on, the VPN hands out the VPC's resolver, no firewall rule blocks them. */
export function namesResolve(world: World, endpoint: Endpoint): FactVerdict {
  const made = world.ofType('AWS::EC2::VPCEndpoint').find(({ reference }) => reference === endpoint.id);
  const vpc = world.network.vpcs.find(({ id }) => id === endpoint.vpc);
  const resolver = vpc?.blocks[0] === undefined ? undefined : formatIpv4(vpc.blocks[0][0] + 2);
  const place = formatPlace(endpoint.place);
  const faults: Fault[] = [];
  if (made?.properties.PrivateDnsEnabled !== true)
    faults.push({
      witness: `${endpoint.service}: private DNS is off, so its name leads to the internet`,
      culprit: place,
    });
  faults.push(...(made === undefined ? [] : answersForClients(world, made, endpoint)));
  for (const vpn of world.ofType('AWS::EC2::ClientVpnEndpoint')) {
    const servers = [vpn.properties.DnsServers ?? []].flat();
    if (resolver === undefined || !servers.includes(resolver))
      faults.push({
        witness: `the VPN hands out the name server ${servers.join(', ') || 'of the device'}, not ${resolver ?? 'one of the VPC'}`,
        culprit: formatPlace(vpn.place),
      });
  }
  for (const name of namesFor(endpoint, world))
    for (const rules of firewallOf(world, endpoint.vpc)) {
      const rule = rules.find(({ domains, asks }) => asks && domains.some((domain) => covers(domain, name)));
      if (rule !== undefined && rule.action !== 'ALLOW')
        faults.push({
          witness: `the DNS firewall answers ${name} with ${rule.action}`,
          culprit: formatPlace(rule.place),
        });
    }
  return verdict(faults, 'private DNS, the resolver of the VPC and the DNS firewall');
}

/** Options of an endpoint's names under which every resolver of the VPC answers with an IPv4 address. */
const dnsOptions: Readonly<Record<string, readonly unknown[]>> = {
  DnsRecordIpType: [undefined, 'ipv4', 'dualstack'],
  PrivateDnsOnlyForInboundResolverEndpoint: [undefined, 'AllResolvers'],
};

/**
 * Names of an endpoint are answered in its VPC, with addresses that clients of IPv4 reach. For S3 the default is to
 * answer inbound resolver endpoints alone, beside a gateway endpoint.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html
 */
function answersForClients(world: World, { properties }: Made, { service, vpc, place }: Endpoint): Fault[] {
  const options = isObject(properties.DnsOptions) ? properties.DnsOptions : {};
  const allowed = (name: string): readonly unknown[] =>
    (dnsOptions[name] ?? []).filter(
      (value) => value !== undefined || service !== 's3' || name === 'DnsRecordIpType',
    );
  const names = [...new Set([...Object.keys(dnsOptions), ...Object.keys(options)])];
  const { IpAddressType = 'ipv4' } = properties;
  const ofVpc = world.ofType('AWS::EC2::VPC').filter(({ reference }) => reference === vpc);
  return [
    ...faultsIn([
      [
        /^(ipv4|dualstack)$/.test(asText(IpAddressType)),
        `${service}: IpAddressType is ${asText(IpAddressType)}, and clients have IPv4`,
      ],
      [
        [properties.SubnetIds ?? []].flat().length > 0,
        `${service}: the endpoint is in no subnet, so it has no address`,
      ],
      [properties.RouteTableIds === undefined, `${service}: an interface endpoint takes no RouteTableIds`],
      ...names.map(
        (name): Row => [
          allowed(name).includes(options[name]),
          `${service}: DnsOptions.${name} is ${asText(options[name])}, expected ${allowed(name).map(asText).join(' or ') || 'none'}`,
        ],
      ),
    ]).map((witness) => ({ witness, culprit: formatPlace(place) })),
    ...ofVpc.flatMap(({ properties: { EnableDnsSupport = true, EnableDnsHostnames = false }, place: at }) =>
      faultsIn([
        [EnableDnsSupport === true, 'EnableDnsSupport of the VPC is off: its resolver answers nobody'],
        [EnableDnsHostnames === true, 'EnableDnsHostnames of the VPC is off: private names are not answered'],
      ]).map((witness) => ({ witness, culprit: formatPlace(at) })),
    ),
  ];
}

interface NameRule {
  readonly action: unknown;
  readonly domains: readonly string[];
  /** False for a rule about queries of another type than IPv4 addresses, `A`. */
  readonly asks: boolean;
  readonly place: Made['place'];
}

/** Rules of each rule group of the VPC, in the order they are asked; of equal ones, which AWS refuses, the strictest first. */
function firewallOf(world: World, vpc: string): NameRule[][] {
  const lists = new Map(
    world
      .ofType('AWS::Route53Resolver::FirewallDomainList')
      .map(({ reference, properties }) => [
        reference,
        [properties.Domains ?? []].flat().filter((name) => typeof name === 'string'),
      ]),
  );
  const groups = world.ofType('AWS::Route53Resolver::FirewallRuleGroup');
  return world
    .ofType('AWS::Route53Resolver::FirewallRuleGroupAssociation')
    .filter(({ properties }) => properties.VpcId === vpc)
    .map(({ properties }) => {
      const group = groups.find(({ reference }) => reference === properties.FirewallRuleGroupId);
      const rules = [group?.properties.FirewallRules ?? []].flat() as {
        readonly Action?: unknown;
        readonly Priority?: unknown;
        readonly FirewallDomainListId?: unknown;
        readonly Qtype?: unknown;
      }[];
      return rules
        .sort(
          (a, b) =>
            Number(a.Priority) - Number(b.Priority) ||
            Number(a.Action === 'ALLOW') - Number(b.Action === 'ALLOW'),
        )
        .map(({ Action, FirewallDomainListId, Qtype = 'A' }) => ({
          action: Action,
          asks: ['A', 'TYPE1'].includes(asText(Qtype)),
          domains: lists.get(`${FirewallDomainListId}`) ?? [],
          place: group?.place ?? { stack: '', logicalId: '', path: '' },
        }));
    });
}

/** `*` alone covers every name, `*.x` every name below `x`. Source: Route 53 Developer Guide, "DNS Firewall domain lists". */
const covers = (domain: string, name: string): boolean => {
  const plain = domain.replace(/\.$/, '').toLowerCase();
  return plain === '*' || plain === name || (plain.startsWith('*.') && name.endsWith(plain.slice(1)));
};
