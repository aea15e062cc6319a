import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { isNamedRole, shape } from '../../../authoring/deny/condition-shapes.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { vendorName } from '../../../template/names.ts';

const actions = ['s3:GetObject', 's3:GetObjectAttributes', 's3:GetObjectVersion'];
const other = (role: string) => ({ ArnNotEquals: { 'aws:PrincipalArn': roleArn(role, '100000000003') } });

/** Object names and access patterns say much about a matter; the archive has one way to them. */
export const check = bucketDeny({
  control: 'LPO-LOG-02',
  name: 'log-bucket-has-one-reader',
  expected: 'the policy of a log bucket denies reading its objects to everyone but one named role',
  fix: 'deny s3:GetObject* where ArnNotEquals aws:PrincipalArn is the reader’s role',
  kinds: ['trail', 'config', 'access'],
  on: 'objects',
  deny: {
    actions,
    trigger: [
      shape(
        ['ArnNotEquals', 'ArnNotEqualsIfExists'],
        'aws:PrincipalArn',
        (values) =>
          values.length === 1 && values.every((value) => isNamedRole(value) && !value.includes('*')),
      ),
    ],
    exempting: [],
  },
  good: { 'one role': { Action: 's3:GetObject*', Condition: other(vendorName('meridian', 'logReader')) } },
  bad: {
    'any role': { Action: 's3:GetObject*', Condition: other('*') },
    'two roles': {
      Action: 's3:GetObject*',
      Condition: {
        ArnNotEquals: {
          'aws:PrincipalArn': ['a', 'b'].map((name) => `arn:aws:iam::100000000003:role/lpo-${name}`),
        },
      },
    },
    'the latest version': { Action: 's3:GetObject', Condition: other(vendorName('meridian', 'logReader')) },
  },
});
