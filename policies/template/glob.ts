const compiled = new Map<string, RegExp>();

/** True where everything `narrow` stands for is also matched by `wide`; both may hold `*` and `?`. */
export function covers(wide: string, narrow: string, ignoreCase = false): boolean {
  if (ignoreCase) return covers(wide.toLowerCase(), narrow.toLowerCase());
  // Most patterns hold no wildcard or one at their end; an expression for each would cost more than it finds.
  const star = wide.indexOf('*');
  if (!wide.includes('?')) {
    if (star === -1) return narrow === wide;
    if (star === wide.length - 1) return narrow.startsWith(wide.slice(0, star));
  }
  let pattern = compiled.get(wide);
  if (!pattern) {
    const source = wide
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '[^*]');
    pattern = new RegExp(`^${source}$`, 's');
    compiled.set(wide, pattern);
  }
  return pattern.test(narrow);
}

/** Action globs ignore case. */
export const coversAction = (wide: string, narrow: string): boolean => covers(wide, narrow, true);
