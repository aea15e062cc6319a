import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';

/** Governance mode yields to this one permission; with it denied to everyone the mode holds. */
export const check = bucketDeny({
  control: 'LPO-DAT-07',
  name: 'nobody-bypasses-retention',
  expected: 'the bucket policy denies bypassing governance retention to everyone',
  fix: 'deny s3:BypassGovernanceRetention on every object, without a condition',
  kinds: ['matter'],
  on: 'objects',
  deny: { actions: ['s3:BypassGovernanceRetention'], trigger: [], exempting: [] },
  good: { 'to everyone': { Action: 's3:BypassGovernanceRetention' } },
  bad: {
    'but for one role': {
      Action: 's3:BypassGovernanceRetention',
      Condition: {
        ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/lpo-meridian-records' },
      },
    },
  },
});
