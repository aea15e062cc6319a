import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Folders of `lib/functions` that are the entry of a function. */
export const handlerNames = ['breach-clock', 'connect', 'kill-switch', 'sweep'] as const;

export type HandlerName = (typeof handlerNames)[number];

const root = join(import.meta.dirname, '..', '..', '..');

/** The folder that a function is named after; its sources in a checkout, its bundle in a package. */
export const handlerFolder = (handler: HandlerName): string => join(root, 'lib', 'functions', handler);

/**
 * The code of one handler as a single file, with the pinned SDK inside.
 *
 * In a checkout esbuild makes it from the sources. A package carries it ready-made: there the lock file that
 * pins the SDK is missing, and esbuild with it.
 */
export function writeHandlerBundle(handler: HandlerName, outfile: string): void {
  const isCheckout = import.meta.filename.endsWith('.ts');
  if (isCheckout) bundleHandler(handler, outfile);
  else copyFileSync(join(handlerFolder(handler), 'index.js'), outfile);
}

/** Same sources and lock file, same bytes: no path, no time and no comment reaches the bundle. */
function bundleHandler(handler: HandlerName, outfile: string): void {
  // Loaded here, because a package has no esbuild; errors of it are thrown, falling back to Docker would hide them.
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild');
  buildSync({
    absWorkingDir: root,
    entryPoints: [join(handlerFolder(handler), 'index.ts')],
    outfile,
    bundle: true,
    minify: true,
    keepNames: true,
    legalComments: 'none',
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    logLevel: 'silent',
  });
}
