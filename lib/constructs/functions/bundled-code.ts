import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type HandlerName, handlerFolder, writeHandlerBundle } from './bundle-handler.ts';

/** The code of one handler as an asset that is named after the bundle's bytes. */
export function bundledCode(handler: HandlerName): Code {
  return Code.fromAsset(handlerFolder(handler), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('docker-is-never-used'),
      local: {
        tryBundle: (outputDir) => {
          writeHandlerBundle(handler, join(outputDir, 'index.js'));
          return true;
        },
      },
    },
  });
}
