/** Literal, /16 or narrower, and inside 10/8, 172.16/12 or 192.168/16; never a range known only at deployment. */
export function isNarrowPrivate(cidr: string): boolean {
  const [, a, b, prefix] =
    /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}\/(\d{1,2})$/.exec(cidr)?.map(Number) ?? [];
  if (a === undefined || b === undefined || prefix === undefined)
    return /^\$\{[^}]+\.CidrBlock\}$/.test(cidr);
  const isPrivate = a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168);
  return isPrivate && prefix >= 16 && prefix <= 32;
}
