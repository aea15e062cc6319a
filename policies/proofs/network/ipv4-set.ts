import { parseRange } from '../engine/ip-range.ts';

/** Inclusive interval of IPv4 addresses as numbers. */
export type Interval = readonly [first: number, last: number];

/** Sorted, disjoint intervals. */
export type Ipv4Set = readonly Interval[];

export const everyAddress: Ipv4Set = [[0, 0xffff_ffff]];

/** The interval of a CIDR block; undefined for IPv6 and for what is no block. */
export function ipv4Block(cidr: string): Interval | undefined {
  if (cidr.includes(':')) return undefined;
  const range = parseRange(cidr);
  return range && [Number(range.first), Number(range.last)];
}

export function intersection(a: Ipv4Set, b: Ipv4Set): Ipv4Set {
  return a.flatMap(([first, last]) =>
    b.flatMap(([from, to]): Interval[] => {
      const low = Math.max(first, from);
      const high = Math.min(last, to);
      return low <= high ? [[low, high]] : [];
    }),
  );
}

export function difference(a: Ipv4Set, b: Ipv4Set): Ipv4Set {
  return b.reduce<Ipv4Set>(
    (left, [from, to]) =>
      left.flatMap(([first, last]): Interval[] => {
        const pieces: Interval[] = [];
        if (first < from) pieces.push([first, Math.min(last, from - 1)]);
        if (last > to) pieces.push([Math.max(first, to + 1), last]);
        return last < from || first > to ? [[first, last]] : pieces;
      }),
    a,
  );
}

export const formatIpv4 = (address: number): string =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');

/** An address of the set, preferring one that a person recognises as the internet. */
export function someAddress(set: Ipv4Set): string | undefined {
  const known = 0x08080808; // 8.8.8.8
  const first = set[0];
  if (first === undefined) return undefined;
  return formatIpv4(set.some(([from, to]) => from <= known && known <= to) ? known : first[0]);
}
