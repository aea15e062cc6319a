import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { exceptRoles, only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { matterName } from '../../../template/names.ts';

const clean = { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' };
const reads = ['s3:GetObject', 's3:GetObjectVersion'];

/** A tag that is absent counts as unscanned: `StringNotEquals` is true then. */
export const check = bucketDeny({
  control: 'LPO-DAT-06',
  name: 'unscanned-objects-unreadable',
  expected: 'the bucket policy denies reading an object until malware protection has found it clean',
  fix: 'deny s3:GetObject and s3:GetObjectVersion unless GuardDutyMalwareScanStatus is NO_THREATS_FOUND',
  kinds: ['matter'],
  on: 'objects',
  deny: {
    actions: reads,
    trigger: [
      shape(
        ['StringNotEquals', 'StringNotEqualsIfExists'],
        's3:ExistingObjectTag/GuardDutyMalwareScanStatus',
        only('NO_THREATS_FOUND'),
      ),
    ],
    exempting: [exceptRoles('malwareScan', 'backup')],
  },
  good: {
    'denied until clean': { Action: reads, Condition: { StringNotEquals: clean } },
    'but for the scanner': {
      Action: reads,
      Condition: {
        StringNotEquals: clean,
        ArnNotLike: {
          'aws:PrincipalArn': `arn:aws:iam::200000000001:role/${matterName('meridian', 'm-7f3a9c', 'malwareScan')}`,
        },
      },
    },
  },
  bad: {
    'old versions stay readable': { Action: 's3:GetObject', Condition: { StringNotEquals: clean } },
    'only what is known to be bad': {
      Action: reads,
      Condition: { StringEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'THREATS_FOUND' } },
    },
    'but for every role': {
      Action: reads,
      Condition: { StringNotEquals: clean, ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } },
    },
  },
});
