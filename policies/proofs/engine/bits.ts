/** Sets of class indices as big integers. */
export const bit = (index: number): bigint => 1n << BigInt(index);

export const fullSet = (size: number): bigint => (1n << BigInt(size)) - 1n;

/** Built from words, since each step on a big integer copies all of it. */
export const setOf = (indices: Iterable<number>): bigint => {
  const words: number[] = [];
  for (const index of indices) words[index >>> 5] = (words[index >>> 5] ?? 0) | (1 << (index & 31));
  let bits = 0n;
  for (let at = words.length - 1; at >= 0; at--) bits = (bits << 32n) | BigInt((words[at] ?? 0) >>> 0);
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
