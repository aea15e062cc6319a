import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BuildOptions, BuildResult } from 'esbuild';
import { sharedFolder } from './shared-folder.ts';

const require = createRequire(import.meta.url);
const esbuild: typeof import('esbuild') = require('esbuild');
let shares = true;

/** In the place of esbuild's own: the same options are bundled once a run, by the real one. */
function buildSync({ outfile, ...options }: BuildOptions): BuildResult | undefined {
  // What is not written to a file is asked for its facts, and made anew.
  if (outfile === undefined || !shares) return esbuild.buildSync({ ...options, ...(outfile && { outfile }) });
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

/** From here on, whoever asks Node for esbuild gets the one that shares. */
export function shareBundles(): void {
  Object.assign(require.cache[require.resolve('esbuild')] ?? {}, { exports: { ...esbuild, buildSync } });
}

/** What is bundled meanwhile is bundled anew. */
export function bundlingAnew<T>(work: () => T): T {
  shares = false;
  try {
    return work();
  } finally {
    shares = true;
  }
}
