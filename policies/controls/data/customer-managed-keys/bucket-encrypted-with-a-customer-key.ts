import { resourceCheck } from '../../../authoring/check.ts';
import { bucket, matterBucketName } from '../../../authoring/fixtures/bucket.ts';
import { keyArn } from '../../../authoring/fixtures/key.ts';
import { bucketKind } from '../../../reading/bucket-kind.ts';

const encrypted = (encryption?: object, BucketName = matterBucketName) =>
  bucket({
    BucketName,
    BucketEncryption: encryption && {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: encryption }],
    },
  });
const cmk = keyArn();
const rule = 'BucketEncryption.ServerSideEncryptionConfiguration';

/** S3 delivers server access logs only to a bucket with SSE-S3; every other bucket has a key of its own. */
export const check = resourceCheck({
  control: 'LPO-DAT-01',
  name: 'bucket-encrypted-with-a-customer-key',
  expected:
    'default encryption is SSE-KMS with a customer managed key (SSE-S3 for the access-log bucket only)',
  fix: 'set SSEAlgorithm aws:kms and KMSMasterKeyID to the key’s ARN',
  types: ['AWS::S3::Bucket'],
  judge(resource) {
    const rules = resource.list(rule);
    if (rules.length === 0) return [{ property: rule, got: 'absent' }];
    return rules.flatMap((_, index) => {
      const path = `${rule}.${index}.ServerSideEncryptionByDefault`;
      const algorithm = resource.text(`${path}.SSEAlgorithm`);
      const key = resource.text(`${path}.KMSMasterKeyID`);
      if (bucketKind(resource) === 'access' && algorithm === 'AES256') return [];
      if (!algorithm?.startsWith('aws:kms'))
        return [{ property: `${path}.SSEAlgorithm`, got: resource.show(`${path}.SSEAlgorithm`) }];
      return key && !/alias\/aws\//.test(key)
        ? []
        : [{ property: `${path}.KMSMasterKeyID`, got: resource.show(`${path}.KMSMasterKeyID`) }];
    });
  },
  good: {
    'a matter bucket': encrypted({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: cmk }),
    'the access-log bucket': encrypted(
      { SSEAlgorithm: 'AES256' },
      'lpo-meridian-access-200000000001-eu-west-2',
    ),
  },
  bad: {
    nothing: encrypted(),
    'SSE-S3': encrypted({ SSEAlgorithm: 'AES256' }),
    'the key of AWS': encrypted({ SSEAlgorithm: 'aws:kms' }),
    'its alias': encrypted({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/aws/s3' }),
  },
});
