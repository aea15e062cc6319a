/** True where everything `narrow` stands for is also matched by `wide`; both may hold `*` and `?`. */
export function covers(wide: string, narrow: string, ignoreCase = false): boolean {
  if (ignoreCase) return covers(wide.toLowerCase(), narrow.toLowerCase());
  // Most patterns hold no wildcard or one at their end.
  const star = wide.indexOf('*');
  if (!wide.includes('?')) {
    if (star === -1) return narrow === wide;
    if (star === wide.length - 1) return narrow.startsWith(wide.slice(0, star));
  }
  return matchesGlob(wide, narrow);
}

/** Greedy, back to the last `*` alone: an expression with many of them would try every way to share a text out. */
function matchesGlob(wide: string, narrow: string): boolean {
  let [at, here] = [0, 0];
  let [star, tried] = [-1, 0];
  while (here < narrow.length) {
    const wanted = wide[at];
    if (wanted === '*') {
      star = at++;
      tried = here;
    } else if (wanted === narrow[here] || (wanted === '?' && narrow[here] !== '*')) {
      at++;
      here++;
    } else if (star !== -1) {
      at = star + 1;
      here = ++tried;
    } else return false;
  }
  while (wide[at] === '*') at++;
  return at === wide.length;
}

/** Action globs ignore case. */
export const coversAction = (wide: string, narrow: string): boolean => covers(wide, narrow, true);
