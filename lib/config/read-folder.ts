import { join } from 'node:path';
import type { z } from 'zod';
import type { Finding } from '../model/finding.ts';
import { compareText } from '../model/order.ts';
import { listFolder } from './list-folder.ts';
import { type Located, loadYaml } from './load-yaml.ts';

/** Every YAML file of one folder below `root`, without those that are not valid. */
export const readFolder = <T>(
  root: string,
  name: string,
  holds: string,
  schema: z.ZodType<T>,
  problems: Finding[],
): Located<T>[] =>
  listFolder(join(root, name), holds, problems)
    .map((file) => loadYaml(root, file, schema, problems))
    .filter((loaded) => loaded !== undefined);

/** Order of loaded files by an id. */
export const by =
  <T>(key: (value: T) => string) =>
  (a: Located<T>, b: Located<T>): number =>
    compareText(key(a.value), key(b.value));
