import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { only, shape } from '../../../authoring/deny/condition-shapes.ts';

const header = 's3:x-amz-server-side-encryption';
const otherThan = (algorithm: string) => ({ StringNotEquals: { [header]: algorithm } });
const given = { Null: { [header]: 'false' } };

/** A request without the header gets the bucket's default, which another check looks at. */
export const check = bucketDeny({
  control: 'LPO-DAT-01',
  name: 'bucket-refuses-other-encryption',
  expected: 'the bucket policy denies uploads that ask for anything but SSE-KMS',
  fix: `deny s3:PutObject where StringNotEquals ${header} is aws:kms and Null of the same key is false`,
  kinds: ['matter'],
  on: 'objects',
  deny: {
    actions: ['s3:PutObject'],
    trigger: [shape(['StringNotEquals', 'StringNotEqualsIfExists'], header, only('aws:kms', 'aws:kms:dsse'))],
    exempting: [shape('Null', header, only('false'))],
  },
  good: {
    'where the header is given': { Action: 's3:PutObject', Condition: { ...otherThan('aws:kms'), ...given } },
    'also where it is not': { Action: 's3:PutObject', Condition: otherThan('aws:kms') },
  },
  bad: { 'other than SSE-S3': { Action: 's3:PutObject', Condition: otherThan('AES256') } },
});
