import ipaddr from 'ipaddr.js';

/**
 * The fewest IPv4 ranges that hold the same addresses as the ranges given and no other.
 *
 * @param cidrs in ascending order, none within another.
 */
export function mergeCidrs(cidrs: readonly string[]): string[] {
  const merged: string[] = [];
  for (const cidr of cidrs) {
    let range = cidr;
    for (let before = merged.at(-1); before !== undefined; before = merged.at(-1)) {
      const both = halfOf(range);
      if (halfOf(before) !== both) break;
      merged.pop();
      range = both;
    }
    merged.push(range);
  }
  return merged;
}

/** The range that a range is one half of. */
function halfOf(cidr: string): string {
  const [address, prefix] = ipaddr.IPv4.parseCIDR(cidr);
  const wider = `${address}/${prefix - 1}`;
  return `${ipaddr.IPv4.networkAddressFromCIDR(wider)}/${prefix - 1}`;
}
