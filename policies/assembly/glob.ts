const compiled = new Map<string, RegExp>();

/** Whether everything `narrow` stands for is also matched by `wide`; both may hold `*` and `?`. */
export function covers(wide: string, narrow: string, ignoreCase = false): boolean {
  const key = ignoreCase ? `i:${wide}` : wide;
  let pattern = compiled.get(key);
  if (!pattern) {
    const source = wide
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '[^*]');
    pattern = new RegExp(`^${source}$`, ignoreCase ? 'is' : 's');
    compiled.set(key, pattern);
  }
  return pattern.test(narrow);
}

/** Action globs ignore case. */
export const coversAction = (wide: string, narrow: string): boolean => covers(wide, narrow, true);
