import { formatPlace, type Place } from '../policy/statement.ts';
import {
  difference,
  everyAddress,
  formatIpv4,
  type Interval,
  type Ipv4Set,
  intersection,
  someAddress,
} from './ipv4-set.ts';
import type { ClientVpn, Network, Subnet } from './network.ts';

/** Packets that leave the workspace's VPCs, and how. */
export interface WayOut {
  /** Target that is reached: `the internet`, `another network`. */
  readonly to: string;
  readonly addresses: Ipv4Set;
  /** Each hop, as a person reads it. */
  readonly hops: readonly string[];
  readonly places: readonly Place[];
}

/** Gateways by the property of the route that names them. */
const exits: Readonly<Record<string, string>> = {
  TransitGatewayId: 'another network, over a transit gateway',
  EgressOnlyInternetGatewayId: 'the internet',
  InstanceId: 'whatever an instance forwards to',
  NetworkInterfaceId: 'whatever a network interface forwards to',
  VpcEndpointId: 'whatever an appliance behind an endpoint forwards to',
  LocalGatewayId: 'another network, over a local gateway',
  CarrierGatewayId: 'a carrier network',
  CoreNetworkArn: 'another network, over a core network',
  'no target': 'a target the prover does not know',
};

/**
 * Every way out for packets from a subnet: longest prefix wins, exactly, over sets of addresses.
 * NAT gateways continue in their own subnet. Filters (ACLs, security groups) are not considered: a route out
 * is a way out.
 */
export function waysOut(network: Network, from: Subnet): WayOut[] {
  const ways: WayOut[] = [];
  const seen = new Set<string>();
  const work = [
    { subnet: from, addresses: everyAddress, hops: [`subnet ${from.label}`], places: [] as Place[] },
  ];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { subnet, addresses, hops, places } = next;
    const key = `${subnet.id}|${JSON.stringify(addresses)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const { via, target, reaches, place, written } of forward(network, subnet, addresses)) {
      const step = [...hops, `${via} ${target} (route ${written}, ${formatPlace(place)})`];
      const nat =
        via === 'NatGatewayId'
          ? network.subnets.find(({ id }) => id === network.nats.get(target))
          : undefined;
      if (nat !== undefined && nat.id !== subnet.id) {
        work.push({
          subnet: nat,
          addresses: reaches,
          hops: [...step, `subnet ${nat.label}`],
          places: [...places, place],
        });
        continue;
      }
      ways.push({
        to: nameOf(network, via, target),
        addresses: reaches,
        hops: step,
        places: [...places, place],
      });
    }
  }
  return ways;
}

function nameOf(network: Network, via: string, target: string): string {
  if (via === 'GatewayId')
    return target.startsWith('vgw-') ? 'another network, over a VPN gateway' : 'the internet';
  if (via === 'NatGatewayId') return 'the internet, over a NAT gateway';
  if (via === 'VpcPeeringConnectionId')
    return `VPC ${network.peerings.get(target)?.[1] ?? 'unknown'}, over a peering`;
  return exits[via] ?? 'a target the prover does not know';
}

/** Addresses each route out of a subnet gets, by longest prefix; what stays in the VPC is left out. */
function forward(network: Network, subnet: Subnet, addresses: Ipv4Set) {
  const vpc = network.vpcs.find(({ id }) => id === subnet.vpc);
  const routes = network.routes
    .filter(({ table, target }) => table === subnet.routeTable && target !== 'local')
    .map((route) => ({ ...route, destination: route.destination ?? ([0, 0xffff_ffff] as Interval) }))
    .sort((a, b) => size(a.destination) - size(b.destination));
  let left = addresses;
  const found: { via: string; target: string; reaches: Ipv4Set; place: Place; written: string }[] = [];
  const local = (vpc?.blocks ?? []).map((block) => ({ block, size: size(block) }));
  for (const route of routes) {
    // A more specific route may carve out of the VPC's own block; otherwise `local` is the longer prefix.
    const nearer = local.filter((own) => own.size <= size(route.destination)).map(({ block }) => block);
    const reaches = difference(intersection(left, [route.destination]), nearer);
    if (reaches.length === 0) continue;
    found.push({ via: route.via, target: route.target, reaches, place: route.place, written: route.written });
    left = difference(left, [route.destination]);
  }
  return found;
}

const size = ([first, last]: Interval): number => last - first + 1;

/** Addresses VPN clients may send to: those that some route of the endpoint and some authorization rule cover. */
export function clientReach(network: Network, vpn: ClientVpn): { addresses: Ipv4Set; place: Place }[] {
  const local = vpn.subnets.flatMap((id) => {
    const subnet = network.subnets.find((candidate) => candidate.id === id);
    return network.vpcs.find((candidate) => candidate.id === subnet?.vpc)?.blocks ?? [];
  });
  return [
    ...vpn.authorizations.map(({ block, place }) => ({ addresses: intersection([block], local), place })),
    ...vpn.routes.flatMap((route) =>
      vpn.authorizations.map(({ block }) => ({
        addresses: intersection([block], [route.block]),
        place: route.place,
      })),
    ),
  ].filter(({ addresses }) => addresses.length > 0);
}

export const describe = (way: WayOut): string =>
  `${someAddress(way.addresses) ?? formatIpv4(0)}: ${way.hops.join(' -> ')}`;
