import { partitionOf as partitionOfRegion } from '../../template/partition.ts';
import type { FactVerdict } from '../authoring/proof-statement.ts';
import { difference, formatIpv4, type Interval } from '../network/ipv4-set.ts';
import type { AclEntry, ClientVpn, InterfaceEndpoint, Network, Subnet } from '../network/network.ts';
import { formatPlace } from '../policy/statement.ts';
import type { Endpoint, Made, World } from '../world/world.ts';
import type { Fact } from './job.ts';

const https: Interval = [443, 443];
/** Ports that answers come back on. Source: VPC User Guide, "Custom network ACLs", ephemeral ports. */
const ephemeral: Interval = [1024, 65_535];
const tcp = 6;

/**
 * Way of a packet from a VPN client to an endpoint and back: authorization rules, security groups, network ACLs of
 * both subnets in both directions. The VPN's address is that of its association (source NAT); traffic to the VPC's
 * resolver passes neither groups nor ACLs. Sources: Client VPN Administrator Guide, "How it works"; VPC User Guide.
 */
export function wayToEndpoint(network: Network, vpn: ClientVpn, endpoint: InterfaceEndpoint): FactVerdict {
  const faults = [
    ...unauthorized(network, vpn, endpoint),
    ...shutGroups(network, vpn, endpoint),
    ...vpn.subnets.flatMap((from) => endpoint.subnets.flatMap((to) => shutAcls(network, from, to))),
  ];
  return verdict(faults, 'authorization rules, security groups and network ACLs');
}

const blocksOf = (network: Network, ids: readonly string[]): Interval[] =>
  network.subnets.filter(({ id }) => ids.includes(id)).map(({ block }) => block);

interface Fault {
  readonly witness: string;
  readonly culprit: string;
}

function verdict(faults: readonly Fault[], because: string): FactVerdict {
  if (faults.length === 0) return { kind: 'proved', because: [because] };
  return {
    kind: 'refuted',
    witness: faults.map(({ witness }) => witness),
    culprits: [...new Set(faults.map(({ culprit }) => culprit))],
  };
}

/** Each group that is let in at all has to reach every address of the endpoint. */
function unauthorized(network: Network, vpn: ClientVpn, { subnets }: InterfaceEndpoint): Fault[] {
  const groups = [...new Set(vpn.authorizations.map(({ group }) => group))];
  const blocks = blocksOf(network, subnets);
  const place = formatPlace(vpn.place);
  if (groups.length === 0)
    return [{ witness: 'no authorization rule lets anybody through the VPN', culprit: place }];
  if (vpn.subnets.length === 0) return [{ witness: 'the VPN is associated with no subnet', culprit: place }];
  return groups.flatMap((group) => {
    const rules = vpn.authorizations.filter((rule) => rule.group === group);
    const [missing] = difference(
      blocks,
      rules.map(({ block }) => block),
    );
    return missing === undefined
      ? []
      : [
          {
            witness: `no authorization rule of group ${group} covers ${formatIpv4(missing[0])}`,
            culprit: rules[0] === undefined ? place : formatPlace(rules[0].place),
          },
        ];
  });
}

function shutGroups(network: Network, vpn: ClientVpn, endpoint: InterfaceEndpoint): Fault[] {
  const passes = (
    from: readonly string[],
    to: readonly string[],
    egress: boolean,
    blocks: readonly Interval[],
  ) =>
    network.rules.some(
      (rule) =>
        rule.egress === egress &&
        from.includes(rule.group) &&
        ['tcp', '6', '-1'].includes(rule.protocol) &&
        rule.ports[0] <= https[0] &&
        https[1] <= rule.ports[1] &&
        (rule.block === undefined
          ? rule.peerGroup !== undefined && to.includes(rule.peerGroup)
          : difference(blocks, [rule.block]).length === 0),
    );
  return [
    ...(passes(vpn.groups, endpoint.groups, true, blocksOf(network, endpoint.subnets))
      ? []
      : [
          {
            witness: 'no rule lets HTTPS out of the security groups of the VPN',
            culprit: `security groups ${vpn.groups.join(', ')}`,
          },
        ]),
    ...(passes(endpoint.groups, vpn.groups, false, blocksOf(network, vpn.subnets))
      ? []
      : [
          {
            witness: 'no rule lets HTTPS from the VPN into the security groups of the endpoint',
            culprit: `security groups ${endpoint.groups.join(', ')}`,
          },
        ]),
  ];
}

/** Requests go out to port 443 and in again on the other side, answers to the ephemeral ports back. */
function shutAcls(network: Network, from: string, to: string): Fault[] {
  const [client, server] = [from, to].map((id) => network.subnets.find((subnet) => subnet.id === id));
  if (client === undefined || server === undefined)
    return [
      { witness: `the subnet ${client === undefined ? from : to} is not in the templates`, culprit: from },
    ];
  return [
    ...shut(network, client, true, server, https, 'requests out of'),
    ...shut(network, server, false, client, https, 'requests into'),
    ...shut(network, server, true, client, ephemeral, 'answers out of'),
    ...shut(network, client, false, server, ephemeral, 'answers into'),
  ];
}

function shut(
  { aclEntries }: Network,
  at: Subnet,
  egress: boolean,
  peer: Subnet,
  ports: Interval,
  what: string,
): Fault[] {
  if (at.acl === undefined) return [];
  const entries = aclEntries
    .filter((entry) => entry.acl === at.acl && entry.egress === egress)
    .filter(({ protocol }) => protocol === -1 || protocol === tcp)
    .sort((a, b) => a.number - b.number);
  const refused = firstRefused(entries, peer.block, ports);
  return refused === undefined
    ? []
    : [
        {
          witness: `the network ACL does not let ${what} ${at.label} for ${peer.label}`,
          culprit:
            refused.entry === undefined
              ? `network ACL ${at.acl}: no entry allows it`
              : formatPlace(refused.entry.place),
        },
      ];
}

/** The first entry that denies some of the addresses or ports, or none where no entry allows them. */
function firstRefused(
  entries: readonly AclEntry[],
  block: Interval,
  ports: Interval,
): { readonly entry?: AclEntry } | undefined {
  const meets = ({ block: [first, last], ports: [low, high] }: AclEntry) =>
    first <= block[1] && block[0] <= last && low <= ports[1] && ports[0] <= high;
  for (const entry of entries) {
    if (!meets(entry)) continue;
    if (!entry.allow) return { entry };
    const whole =
      entry.block[0] <= block[0] &&
      block[1] <= entry.block[1] &&
      entry.ports[0] <= ports[0] &&
      ports[1] <= entry.ports[1];
    if (whole) return undefined;
  }
  return {};
}

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
      const rule = rules.find(({ domains }) => domains.some((domain) => covers(domain, name)));
      if (rule !== undefined && rule.action !== 'ALLOW')
        faults.push({
          witness: `the DNS firewall answers ${name} with ${rule.action}`,
          culprit: formatPlace(rule.place),
        });
    }
  return verdict(faults, 'private DNS, the resolver of the VPC and the DNS firewall');
}

interface NameRule {
  readonly action: unknown;
  readonly domains: readonly string[];
  readonly place: Made['place'];
}

/** Rules of each rule group of the VPC, in the order they are asked. */
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
      }[];
      return rules
        .sort((a, b) => Number(a.Priority) - Number(b.Priority))
        .map(({ Action, FirewallDomainListId }) => ({
          action: Action,
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

/** The VPN asks an identity provider that the templates make. */
export const vpnAsksAProvider = (world: World): Fact[] =>
  world.ofType('AWS::EC2::ClientVpnEndpoint').map((vpn) => ({
    subject: 'the VPN asks an identity provider',
    decide: () => {
      const asked = ([vpn.properties.AuthenticationOptions ?? []].flat() as Authentication[]).flatMap(
        ({ FederatedAuthentication }) => FederatedAuthentication?.SAMLProviderArn ?? [],
      );
      const made = world
        .ofType('AWS::IAM::SAMLProvider')
        .filter(({ account }) => account === vpn.account)
        .map(({ reference }) => reference);
      return verdict(
        asked.length > 0 && asked.every((arn) => made.includes(arn))
          ? []
          : [
              {
                witness: `the VPN asks ${asked.join(', ') || 'no identity provider'}, which no template makes`,
                culprit: formatPlace(vpn.place),
              },
            ],
        'the identity provider of the VPN',
      );
    },
  }));

interface Authentication {
  readonly FederatedAuthentication?: { readonly SAMLProviderArn?: string };
}
