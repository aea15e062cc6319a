import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BuildOptions, BuildResult } from 'esbuild';
import { sharedFolder } from './shared-folder.ts';

const esbuild: typeof import('esbuild') = createRequire(import.meta.url)('esbuild/lib/main.js');

/** In the place of esbuild's own: the same options are bundled once a run, by the real one. */
export function buildSync({ outfile, ...options }: BuildOptions): BuildResult | undefined {
  // What is not written to a file is asked for its facts, and made anew.
  if (outfile === undefined) return esbuild.buildSync(options);
  const folder = sharedFolder('bundles');
  const made = join(folder, createHash('sha256').update(JSON.stringify(options)).digest('hex'));
  if (!existsSync(made)) {
    const own = `${made}-${process.pid}`;
    esbuild.buildSync({ ...options, outfile: own });
    renameSync(own, made);
  }
  copyFileSync(made, outfile);
  return undefined;
}
