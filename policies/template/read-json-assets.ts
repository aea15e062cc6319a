import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readDocument } from './read-template.ts';

/** Name that the CDK stages a JSON file under; behind `asset.` it is the object's key in the bucket for assets. */
const staged = /^asset\.([0-9a-f]{64}\.json)$/;

/** Far above a roster of thousands of people. */
const maxBytes = 20_000_000;

/**
 * JSON files that an assembly carries for its functions, by the key that templates name them by. What cannot be read is
 * left out: whoever asks for it learns that it is not there.
 *
 * @param directory folder of an assembly, or of one nested in it, whose assets lie in the folder above
 */
export function readJsonAssets(directory: string): ReadonlyMap<string, unknown> {
  const folders = basename(directory).startsWith('assembly-') ? [directory, dirname(directory)] : [directory];
  return new Map(
    folders
      .filter((folder) => existsSync(folder) && statSync(folder).isDirectory())
      .flatMap((folder) =>
        readdirSync(folder).flatMap((file) => {
          const [, key] = staged.exec(file) ?? [];
          if (key === undefined) return [];
          const read = readDocument(join(folder, file), maxBytes);
          return 'problems' in read ? [] : [[key, read.value] as const];
        }),
      ),
  );
}
