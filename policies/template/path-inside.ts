import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** An existing path below `directory`, or undefined: a manifest must not lead out of its assembly. */
export function pathInside(directory: string, name: unknown): string | undefined {
  if (typeof name !== 'string' || name === '') return undefined;
  const path = resolve(directory, name);
  const down = relative(resolve(directory), path);
  if (down === '' || down === '..' || down.startsWith(`..${sep}`)) return undefined;
  return existsSync(dirname(path)) ? join(directory, name) : undefined;
}
