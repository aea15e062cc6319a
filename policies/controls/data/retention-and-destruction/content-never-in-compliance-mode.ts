import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { only, shape } from '../../../authoring/deny/condition-shapes.ts';

const actions = ['s3:PutObject', 's3:PutObjectRetention'];
const compliance = { StringEquals: { 's3:object-lock-mode': 'COMPLIANCE' } };

/** Documents that nobody at all can delete outlive every duty to delete, and no one, root included, can mend it. */
export const check = bucketDeny({
  control: 'LPO-DAT-07',
  name: 'content-never-in-compliance-mode',
  expected: 'the bucket policy denies locking a document in compliance mode',
  fix: `deny ${actions.join(' and ')} on every object where StringEquals s3:object-lock-mode is COMPLIANCE`,
  kinds: ['matter'],
  on: 'objects',
  deny: {
    actions,
    trigger: [shape(['StringEquals', 'StringEqualsIfExists'], 's3:object-lock-mode', only('COMPLIANCE'))],
    exempting: [],
  },
  good: { 'both ways to lock': { Action: actions, Condition: compliance } },
  bad: {
    'uploads only': { Action: 's3:PutObject', Condition: compliance },
    'the other mode': {
      Action: actions,
      Condition: { StringEquals: { 's3:object-lock-mode': 'GOVERNANCE' } },
    },
  },
});
