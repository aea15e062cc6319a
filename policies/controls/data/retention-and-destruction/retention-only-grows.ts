import { bucketDeny } from '../../bucket-deny';
import { exceptNamedRoles } from '../../condition-shapes';

const actions = [
  's3:BypassGovernanceRetention',
  's3:PutBucketObjectLockConfiguration',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
];
const records = {
  ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/lpo-meridian-key-custodian' },
};

export const retentionOnlyGrows = bucketDeny({
  name: 'retention-only-grows',
  expected: 'the bucket policy denies changing retention, legal holds and the lock to all but named roles',
  mend: `deny ${actions.join(', ')} with ArnNotLike aws:PrincipalArn naming who keeps the records`,
  kinds: ['matter'],
  on: 'both',
  deny: { actions, trigger: [], exempting: [exceptNamedRoles] },
  good: {
    'but for a custodian': { Action: actions, Condition: records },
    'for everyone': { Action: actions },
  },
  bad: {
    'a bypass stays': { Action: actions.slice(1), Condition: records },
    'but for any role of a name': {
      Action: actions,
      Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*-custodian' } },
    },
  },
});
