import ipaddr, { type IPv4 } from 'ipaddr.js';
import type { Vendor } from './vendor-schema.ts';

const numeric = (address: IPv4): number => address.octets.reduce((sum, octet) => sum * 256 + octet, 0);

/** Size of the ranges that are proposed: /22. */
const size = 2 ** 10;

/**
 * Two /22 ranges that no vendor uses, the lowest there are: for the VPC from 10.0.0.0, for VPN clients from
 * 10.128.0.0. Undefined when the half is full.
 */
export function freeRanges(vendors: readonly Pick<Vendor, 'network'>[]): {
  vpcCidr: string | undefined;
  clientCidr: string | undefined;
} {
  const used = vendors
    .flatMap(({ network }) => [network.vpcCidr, network.clientCidr])
    .map((cidr) => ({
      first: numeric(ipaddr.IPv4.networkAddressFromCIDR(cidr)),
      last: numeric(ipaddr.IPv4.broadcastAddressFromCIDR(cidr)),
    }))
    .sort((a, b) => a.first - b.first);
  return { vpcCidr: lowest(used, 0x0a000000), clientCidr: lowest(used, 0x0a800000) };
}

function lowest(used: readonly { first: number; last: number }[], from: number): string | undefined {
  let candidate = from;
  for (const { first, last } of used)
    if (first < candidate + size && candidate <= last) candidate = Math.ceil((last + 1) / size) * size;
  if (candidate + size > from + 0x00800000) return undefined;
  const octets = [24, 16, 8, 0].map((shift) => (candidate >>> shift) & 255);
  return `${octets.join('.')}/22`;
}
