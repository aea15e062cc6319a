import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Most links in a row that Linux follows. */
const maxLinks = 40;

/**
 * Paths that a name leads to, itself first: each link and what it names, the last of them no link.
 *
 * @throws the system's error for links in a circle
 */
export function linksOf(file: string): readonly string[] {
  const path = resolve(file);
  const hops = [path];
  for (let hop = path; isLink(hop); hops.push(hop)) {
    if (hops.length > maxLinks)
      throw Object.assign(new Error(path), { code: 'ELOOP', syscall: 'readlink', path: file });
    hop = resolve(dirname(hop), readlinkSync(hop));
  }
  return hops;
}

/** Real path of what a name leads to, which need not be there yet. */
export function realTarget(file: string): string {
  const last = linksOf(file).at(-1) ?? file;
  try {
    return realpathSync(last);
  } catch {
    const above = dirname(last);
    return above === last ? last : join(realTarget(above), basename(last));
  }
}

const isLink = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
