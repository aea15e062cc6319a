import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

/** Folders of `lib/functions` that are the entry of a function. */
export type HandlerName = 'connect' | 'sweep' | 'kill-switch' | 'breach-clock';

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * The code of one handler as a single file, with the pinned SDK inside, made by esbuild at synthesis.
 *
 * Same sources and lock file, same bytes: no path, no time and no comment reaches the bundle, and the asset
 * is named after what came out.
 */
export function bundledCode(handler: HandlerName): Code {
  const entry = join(root, 'lib', 'functions', handler);
  return Code.fromAsset(entry, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('docker-is-never-used'),
      local: { tryBundle: (outputDir) => bundle(join(entry, 'index.ts'), join(outputDir, 'index.js')) },
    },
  });
}

/** Errors of esbuild are thrown: falling back to Docker would hide them. */
function bundle(entry: string, outfile: string): true {
  buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
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
  return true;
}
