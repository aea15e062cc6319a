import { difference, type Interval, type Ipv4Set, intersection, someAddress } from './ipv4-set.ts';
import type { AclEntry, Network, SecurityRule, Subnet } from './network.ts';

/** A packet flow that filters let through. */
export interface Flow {
  readonly address: string;
  readonly protocol: string;
  readonly port: number;
  readonly because: readonly (AclEntry | SecurityRule)[];
}

const tcp = 6;
const named: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

/**
 * A flow from the security groups of a source in one subnet to addresses of another that the rules of both
 * sides and the ACLs of both subnets let start, or undefined. `allowed` flows are not looked for.
 */
export function someFlow(
  network: Network,
  source: { readonly subnet: Subnet; readonly groups: readonly string[] },
  destination: Subnet,
  addresses: Interval,
  isExpected: (protocol: number, port: number) => boolean,
): Flow | undefined {
  for (const rule of network.rules) {
    if (!rule.egress || !source.groups.includes(rule.group)) continue;
    const out = rule.block === undefined ? [addresses] : intersection([rule.block], [addresses]);
    if (out.length === 0) continue;
    const protocols = rule.protocol === '-1' ? [tcp, 17, 1] : [named[rule.protocol] ?? Number(rule.protocol)];
    for (const protocol of protocols) {
      for (const port of interestingPorts(network, rule.ports)) {
        if (isExpected(protocol, port)) continue;
        const leaves = aclPasses(network, source.subnet, true, destination.block, protocol, port);
        const enters = aclPasses(network, destination, false, source.subnet.block, protocol, port);
        if (leaves === undefined || enters === undefined) continue;
        return {
          address: someAddress(out) ?? '',
          protocol: `${protocol}`,
          port,
          because: [rule, ...leaves, ...enters],
        };
      }
    }
  }
  return undefined;
}

/** Ports at which any rule begins or ends: between them nothing changes. */
function interestingPorts(network: Network, [from, to]: readonly [number, number]): number[] {
  const borders = [...network.rules, ...network.aclEntries].flatMap(({ ports: [low, high] }) => [
    low,
    high,
    low - 1,
    high + 1,
  ]);
  return [...new Set([from, to, ...borders])]
    .filter((port) => port >= Math.max(0, from) && port <= Math.min(65535, to))
    .sort((a, b) => a - b);
}

/** Entries that let the flow pass a subnet's ACL: none is needed for the VPC's default ACL. */
function aclPasses(
  network: Network,
  subnet: Subnet,
  egress: boolean,
  peer: Interval,
  protocol: number,
  port: number,
): AclEntry[] | undefined {
  if (subnet.acl === undefined) return [];
  const entries = network.aclEntries
    .filter((entry) => entry.acl === subnet.acl && entry.egress === egress)
    .filter((entry) => entry.protocol === -1 || entry.protocol === protocol)
    .filter((entry) => entry.protocol === -1 || (entry.ports[0] <= port && port <= entry.ports[1]))
    .sort((a, b) => a.number - b.number);
  let left: Ipv4Set = [peer];
  for (const entry of entries) {
    if (intersection(left, [entry.block]).length === 0) continue;
    if (entry.allow) return [entry];
    left = difference(left, [entry.block]);
  }
  return undefined;
}
