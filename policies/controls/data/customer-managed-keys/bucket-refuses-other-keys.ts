import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { only, shape } from '../../../authoring/deny/condition-shapes.ts';

const header = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const defaultKey =
  'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID';
const otherThan = (key: unknown) => ({ ArnNotEquals: { [header]: key } });
const given = { Null: { [header]: 'false' } };

/** An upload under another key would be readable by whoever holds that one. */
export const check = bucketDeny({
  control: 'LPO-DAT-01',
  name: 'bucket-refuses-other-keys',
  expected: 'the bucket policy denies uploads under any key but the bucket’s own',
  fix: `deny s3:PutObject where ArnNotEquals ${header} is the key's ARN and Null of the same key is false`,
  kinds: ['matter'],
  on: 'objects',
  deny: ({ bucket }) => ({
    actions: ['s3:PutObject'],
    trigger: [
      shape(
        ['ArnNotEquals', 'ArnNotEqualsIfExists', 'StringNotEquals', 'StringNotEqualsIfExists'],
        header,
        only(bucket.resource.text(defaultKey) ?? 'the bucket has no key'),
      ),
    ],
    exempting: [shape('Null', header, only('false'))],
  }),
  good: {
    'its own key': {
      Action: 's3:PutObject',
      Condition: { ...otherThan({ 'Fn::GetAtt': ['Key', 'Arn'] }), ...given },
    },
  },
  bad: {
    'another key': {
      Action: 's3:PutObject',
      Condition: { ...otherThan('arn:aws:kms:eu-west-2:1:key/x'), ...given },
    },
    'any key': { Action: 's3:PutObject', Condition: { ArnNotLike: { [header]: '*' } } },
  },
});
