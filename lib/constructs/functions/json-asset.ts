import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType, BundlingOutput, DockerImage } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';

/**
 * A document that a deployment publishes: an object named after its content in the bootstrap bucket, which
 * is versioned and encrypted with the account's bootstrap key. A changed document is a new object.
 */
export class JsonAsset extends Construct {
  readonly bucketName: string;
  readonly objectKey: string;
  readonly sha256: string;

  constructor(scope: Construct, id: string, document: unknown) {
    super(scope, id);
    const contents = `${JSON.stringify(document)}\n`;
    this.sha256 = createHash('sha256').update(contents).digest('hex');
    const asset = new Asset(this, 'Asset', {
      path: import.meta.dirname,
      assetHashType: AssetHashType.OUTPUT,
      bundling: {
        image: DockerImage.fromRegistry('docker-is-never-used'),
        outputType: BundlingOutput.SINGLE_FILE,
        // The CDK takes two assets for one whose options are equal, and does not see what the function below writes.
        command: [this.sha256],
        local: {
          tryBundle: (outputDir) => {
            writeFileSync(join(outputDir, 'document.json'), contents);
            return true;
          },
        },
      },
    });
    this.bucketName = asset.s3BucketName;
    this.objectKey = asset.s3ObjectKey;
  }
}
