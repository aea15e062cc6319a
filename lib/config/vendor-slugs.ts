import { basename, join } from 'node:path';
import { listFolder } from './list-folder.ts';

/** Slugs of the vendors of a configuration, by the names of their files alone: none is read, so none has to be valid. */
export const vendorSlugs = (directory: string): readonly string[] =>
  listFolder(join(directory, 'vendors'), 'vendor', []).map((file) => basename(file, '.yaml'));
