import ipaddr, { type IPv4 } from 'ipaddr.js';
import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt, placeOf } from '../finding-at.ts';
import type { YamlFile, YamlPath } from '../yaml-file.ts';

/** Prefix lengths AWS and this blueprint allow: Client VPN takes /22 to /12, a workspace fits in /24 to /20. */
const limits = {
  vpcCidr: { shortest: 20, longest: 24 },
  clientCidr: { shortest: 12, longest: 22 },
} as const;

interface Range {
  readonly cidr: string;
  readonly first: number;
  readonly last: number;
  readonly source: YamlFile;
  readonly path: YamlPath;
}

/** Ranges are private, well formed and disjoint over all vendors. */
export function networkRanges({ vendors }: LoadedFiles): Finding[] {
  const ranges = vendors.flatMap(({ value, source }) =>
    (['vpcCidr', 'clientCidr'] as const).map((field) => ({
      field,
      range: rangeOf(value.network[field], source, ['network', field]),
    })),
  );
  return [
    ...ranges.flatMap(({ field, range }) => shapeProblems(field, range)),
    ...overlaps(ranges.map(({ range }) => range)),
  ];
}

function rangeOf(cidr: string, source: YamlFile, path: YamlPath): Range {
  const numeric = (address: IPv4): number => address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return {
    cidr,
    first: numeric(ipaddr.IPv4.networkAddressFromCIDR(cidr)),
    last: numeric(ipaddr.IPv4.broadcastAddressFromCIDR(cidr)),
    source,
    path,
  };
}

function shapeProblems(field: keyof typeof limits, range: Range): Finding[] {
  const [address, prefix] = ipaddr.IPv4.parseCIDR(range.cidr);
  const network = ipaddr.IPv4.networkAddressFromCIDR(range.cidr);
  const { shortest, longest } = limits[field];
  const found: Finding[] = [];
  const report = (code: string, expected: string, fix: string): void => {
    found.push(findingAt(range.source, range.path, { code, got: range.cidr, expected, fix }));
  };
  if (prefix < shortest || prefix > longest)
    report('CFG-CIDR-SIZE', `a range between /${shortest} and /${longest}`, 'choose another prefix length');
  if (address.toString() !== network.toString())
    report('CFG-CIDR', `an address on the boundary: ${network}/${prefix}`, `write ${network}/${prefix}`);
  if (network.range() !== 'private')
    report('CFG-CIDR-PUBLIC', 'a range inside 10/8, 172.16/12 or 192.168/16', 'choose a private range');
  return found;
}

/** Sorted sweep, so that a thousand vendors cost no more than sorting them. */
function overlaps(ranges: readonly Range[]): Finding[] {
  const found: Finding[] = [];
  let widest: Range | undefined;
  for (const range of [...ranges].sort((a, b) => a.first - b.first || b.last - a.last)) {
    if (widest && range.first <= widest.last)
      found.push(
        findingAt(range.source, range.path, {
          code: 'CFG-CIDR-OVERLAP',
          got: `${range.cidr}, which overlaps ${widest.cidr} at ${placeOf(widest.source, widest.path)}`,
          expected: 'a range that no other network uses',
          fix: 'choose a free range for one of the two',
        }),
      );
    if (!widest || range.last > widest.last) widest = range;
  }
  return found;
}
