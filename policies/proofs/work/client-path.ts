import type { FactVerdict } from '../authoring/proof-statement.ts';
import { difference, formatIpv4, type Interval } from '../network/ipv4-set.ts';
import type { AclEntry, ClientVpn, InterfaceEndpoint, Network, Subnet } from '../network/network.ts';
import { formatPlace } from '../policy/statement.ts';
import type { World } from '../world/world.ts';
import { type Fault, verdict } from './faults.ts';
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
