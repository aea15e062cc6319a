/** Inclusive range on one line that holds all IPv4 addresses, then all IPv6 addresses. */
export interface IpRange {
  readonly first: bigint;
  readonly last: bigint;
}

export const ipv4Space: IpRange = { first: 0n, last: (1n << 32n) - 1n };
const ipv6Offset = 1n << 64n;
export const ipv6Space: IpRange = { first: ipv6Offset, last: ipv6Offset + (1n << 128n) - 1n };

/** Position of one address on the line; undefined when the text is no address. */
function parseAddress(text: string): bigint | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    const parts = text.split('.').map(Number);
    return parts.some((part) => part > 255)
      ? undefined
      : parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
  }
  if (!/^[0-9a-f:]+$/i.test(text) || !text.includes(':')) return undefined;
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined) return undefined;
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return ipv6Offset + groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/** Range of an address or a CIDR block; undefined when the text is neither. */
export function parseRange(text: string): IpRange | undefined {
  const [address = '', length] = text.split('/');
  const start = parseAddress(address);
  if (start === undefined) return undefined;
  const width = start >= ipv6Offset ? 128 : 32;
  const prefix = length === undefined ? width : Number(length);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > width) return undefined;
  const size = 1n << BigInt(width - prefix);
  const base = start >= ipv6Offset ? ipv6Offset : 0n;
  const first = base + ((start - base) / size) * size;
  return { first, last: first + size - 1n };
}

/** Text of a position on the line. */
export function formatAddress(position: bigint): string {
  if (position < ipv6Offset) return [24n, 16n, 8n, 0n].map((shift) => (position >> shift) & 255n).join('.');
  const value = position - ipv6Offset;
  return Array.from({ length: 8 }, (_, at) => ((value >> BigInt(112 - 16 * at)) & 0xffffn).toString(16)).join(
    ':',
  );
}
