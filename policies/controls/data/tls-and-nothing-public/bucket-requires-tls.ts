import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { only, shape } from '../../../authoring/deny/condition-shapes.ts';

/** The key is present in every request, so `Bool` binds here. */
export const check = bucketDeny({
  control: 'LPO-DAT-02',
  name: 'bucket-requires-tls',
  expected: 'the bucket policy denies every request that does not use TLS',
  fix: 'deny s3:* on the bucket and its objects where Bool aws:SecureTransport is false',
  kinds: ['matter', 'trail', 'config', 'evidence', 'access', 'state'],
  on: 'both',
  deny: {
    actions: ['s3:*'],
    trigger: [shape(['Bool', 'BoolIfExists'], 'aws:SecureTransport', only('false'))],
    exempting: [],
  },
  good: { plain: { Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } } },
  bad: {
    'reads only': { Action: 's3:GetObject', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    'the wrong way round': { Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
    'one principal': {
      Action: 's3:*',
      Principal: { AWS: 'x' },
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    'objects only': {
      Action: 's3:*',
      Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '/*']] },
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    'with a way around': {
      Action: 's3:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' }, StringEquals: { 'aws:PrincipalTag/x': 'y' } },
    },
  },
});
