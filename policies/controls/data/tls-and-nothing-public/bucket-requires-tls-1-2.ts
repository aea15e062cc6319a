import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { shape } from '../../../authoring/deny/condition-shapes.ts';

const below = (version: string) => ({ NumericLessThan: { 's3:TlsVersion': version } });

export const check = bucketDeny({
  control: 'LPO-DAT-02',
  name: 'bucket-requires-tls-1-2',
  expected: 'the bucket policy denies every request below TLS 1.2',
  fix: 'deny s3:* on the bucket and its objects where NumericLessThan s3:TlsVersion is 1.2',
  kinds: ['matter', 'trail', 'config', 'evidence', 'access', 'state'],
  on: 'both',
  deny: {
    actions: ['s3:*'],
    trigger: [
      shape(['NumericLessThan', 'NumericLessThanIfExists'], 's3:TlsVersion', (values) =>
        values.every((value) => Number(value) >= 1.2),
      ),
    ],
    exempting: [],
  },
  good: { 'below 1.2': { Action: 's3:*', Condition: below('1.2') } },
  bad: { 'below 1.1': { Action: 's3:*', Condition: below('1.1') } },
});
