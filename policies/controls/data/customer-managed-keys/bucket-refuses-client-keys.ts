import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { only, shape } from '../../../authoring/deny/condition-shapes.ts';

const header = 's3:x-amz-server-side-encryption-customer-algorithm';

/** With SSE-C the client brings a key that nobody here can disable. */
export const check = bucketDeny({
  control: 'LPO-DAT-01',
  name: 'bucket-refuses-client-keys',
  expected: 'the bucket policy denies uploads encrypted with a key the client provides (SSE-C)',
  fix: `deny s3:PutObject where Null ${header} is false`,
  kinds: ['matter', 'trail', 'config', 'evidence', 'access', 'state'],
  on: 'objects',
  deny: { actions: ['s3:PutObject'], trigger: [shape('Null', header, only('false'))], exempting: [] },
  good: { denied: { Action: 's3:PutObject', Condition: { Null: { [header]: 'false' } } } },
  bad: {
    'the wrong way round': { Action: 's3:PutObject', Condition: { Null: { [header]: 'true' } } },
    'reading instead': { Action: 's3:GetObject', Condition: { Null: { [header]: 'false' } } },
  },
});
