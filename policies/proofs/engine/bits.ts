/** Sets of class indices as big integers. */
export const bit = (index: number): bigint => 1n << BigInt(index);

export const fullSet = (size: number): bigint => (1n << BigInt(size)) - 1n;

export const setOf = (indices: Iterable<number>): bigint => {
  let bits = 0n;
  for (const index of indices) bits |= bit(index);
  return bits;
};

/** Index of the lowest member; the set must not be empty. */
export function lowest(bits: bigint): number {
  let index = 0;
  let rest = bits;
  while ((rest & 0xffff_ffffn) === 0n) {
    rest >>= 32n;
    index += 32;
  }
  while ((rest & 1n) === 0n) {
    rest >>= 1n;
    index++;
  }
  return index;
}
