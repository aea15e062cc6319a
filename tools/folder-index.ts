import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Folders whose files are collected: adding, renaming or removing a file there is all it takes. */
const folders = [
  'lib/functions/kill-switch/steps',
  'policies/controls',
  'policies/detection/tripwires',
  'policies/jobs',
  'policies/proofs/statements',
  'policies/properties',
];

/** `index.ts` of a folder: every file below it under its path. Nothing of the folder is loaded to write it. */
function folderIndex(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((file) => file !== 'index.ts')
    .sort();
  return [
    '// Generated from the files beside it by `npm run generate`; do not edit.',
    '',
    ...files.map((file) => `export * as '${file}' from './${file}';`),
    '',
  ].join('\n');
}

/** Every index by its path from the root of the repository. */
export const folderIndexes = (): ReadonlyMap<string, string> =>
  new Map(folders.map((folder) => [join(folder, 'index.ts'), folderIndex(folder)]));
