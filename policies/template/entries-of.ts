import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { by } from '../../lib/model/order.ts';

/** Something that lies in a folder or below it; a folder with something in it is told by what is in it. */
export interface Entry {
  /** Path below the folder, with `/` on every system. */
  readonly path: string;
  /** Kind of it, as the folder tells: a link is not followed. */
  readonly kind: 'file' | 'empty folder' | 'link' | 'device';
}

/** Everything in a folder and below it, ordered by path. Links are named and not followed. */
export const entriesOf = (directory: string): Entry[] => below(directory, '').sort(by(({ path }) => path));

function below(directory: string, at: string): Entry[] {
  const found = readdirSync(join(directory, at), { withFileTypes: true });
  if (found.length === 0 && at !== '') return [{ path: at, kind: 'empty folder' }];
  return found.flatMap((one): Entry[] => {
    const path = at === '' ? one.name : `${at}/${one.name}`;
    if (one.isDirectory()) return below(directory, path);
    return [{ path, kind: one.isFile() ? 'file' : one.isSymbolicLink() ? 'link' : 'device' }];
  });
}
