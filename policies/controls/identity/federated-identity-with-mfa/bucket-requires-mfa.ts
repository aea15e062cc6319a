import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { exceptRoles, only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { objectActions } from '../../../reading/object-actions.ts';

const without = { StringNotEquals: { 'aws:PrincipalTag/lpo:mfa': 'true' } };

/** A federated session has no `aws:MultiFactorAuthPresent`; the identity provider asserts it as a tag. */
export const check = bucketDeny({
  control: 'LPO-IDN-01',
  name: 'bucket-requires-mfa',
  expected:
    'the bucket policy denies its objects to every session without asserted MFA, but for named service roles',
  fix: 'deny the object actions where StringNotEquals aws:PrincipalTag/lpo:mfa is true',
  kinds: ['matter'],
  on: 'both',
  deny: {
    actions: objectActions,
    trigger: [
      shape(['StringNotEquals', 'StringNotEqualsIfExists'], 'aws:PrincipalTag/lpo:mfa', only('true')),
    ],
    exempting: [exceptRoles('malwareScan', 'backup', 'restore')],
  },
  good: { 'the tag': { Action: objectActions, Condition: without } },
  bad: {
    'reading only': { Action: 's3:GetObject', Condition: without },
    'a key federated sessions lack': {
      Action: objectActions,
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
    },
    'but for any role': {
      Action: objectActions,
      Condition: { ...without, ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/*' } },
    },
  },
});
