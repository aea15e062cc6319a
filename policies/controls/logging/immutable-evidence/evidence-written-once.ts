import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { vendorName } from '../../../template/names.ts';

const absent = { Null: { 's3:if-none-match': 'true' } };

/** The lock keeps what was written; this keeps a later version from standing in front of it. */
export const check = bucketDeny({
  control: 'LPO-LOG-02',
  name: 'evidence-written-once',
  expected: 'the policy of the evidence bucket denies putting an object where there is one already',
  fix: 'deny s3:PutObject where Null s3:if-none-match is true',
  kinds: ['evidence'],
  on: 'objects',
  deny: {
    actions: ['s3:PutObject'],
    trigger: [shape('Null', 's3:if-none-match', only('true'))],
    exempting: [],
  },
  good: { 'only if there is none': { Action: 's3:PutObject', Condition: absent } },
  bad: {
    'the wrong way round': { Action: 's3:PutObject', Condition: { Null: { 's3:if-none-match': 'false' } } },
    'one role may': {
      Action: 's3:PutObject',
      Condition: {
        ...absent,
        ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::1:role/${vendorName('x', 'ledgerWriter')}` },
      },
    },
    'one folder only': {
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::lpo-meridian-evidence-100000000003-eu-west-2/ledger/*',
      Condition: absent,
    },
  },
});
