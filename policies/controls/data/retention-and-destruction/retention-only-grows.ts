import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { exceptRoles } from '../../../authoring/deny/condition-shapes.ts';
import { matterName } from '../../../template/names.ts';

const actions = ['s3:PutObjectLegalHold', 's3:PutObjectRetention'];
const records = {
  ArnNotLike: {
    'aws:PrincipalArn': `arn:aws:iam::200000000001:role/${matterName('meridian', 'm-7f3a9c', 'matterAdministrator')}`,
  },
};

export const check = bucketDeny({
  control: 'LPO-DAT-07',
  name: 'retention-only-grows',
  expected: 'the bucket policy denies setting retention and legal holds to all but named roles',
  fix: `deny ${actions.join(', ')} with ArnNotLike aws:PrincipalArn naming who keeps the records`,
  kinds: ['matter'],
  on: 'objects',
  deny: { actions, trigger: [], exempting: [exceptRoles('matterAdministrator')] },
  good: {
    'but for an administrator': { Action: actions, Condition: records },
    'for everyone': { Action: actions },
  },
  bad: {
    'holds stay open': { Action: actions.slice(1), Condition: records },
    'but for any role of a name': {
      Action: actions,
      Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*-administrator' } },
    },
  },
});
