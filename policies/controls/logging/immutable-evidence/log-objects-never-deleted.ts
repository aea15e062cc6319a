import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';

const actions = [
  's3:BypassGovernanceRetention',
  's3:DeleteObject',
  's3:DeleteObjectTagging',
  's3:DeleteObjectVersion',
];

export const check = bucketDeny({
  control: 'LPO-LOG-02',
  name: 'log-objects-never-deleted',
  expected:
    'the policy of a log bucket denies deleting its objects to everyone; only lifecycle rules expire them',
  fix: `deny ${actions.join(', ')} on every object, without a condition`,
  kinds: ['trail', 'config', 'evidence', 'access'],
  on: 'objects',
  deny: { actions, trigger: [], exempting: [] },
  good: { 'to everyone': { Action: ['s3:DeleteObject*', 's3:BypassGovernanceRetention'] } },
  bad: {
    'old versions may go': { Action: actions.filter((action) => !action.includes('Version')) },
    'but for one role': {
      Action: actions,
      Condition: {
        ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::100000000003:role/lpo-meridian-records' },
      },
    },
  },
});
