import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { shape } from '../../../authoring/deny/condition-shapes.ts';
import { writesObjects } from '../../../reading/object-actions.ts';
import { vendorName } from '../../../template/names.ts';

const other = (service: string) => ({ StringNotEquals: { 'aws:PrincipalServiceName': service } });
const writers = /^(cloudtrail|config|logging\.s3|delivery\.logs|backup)\.amazonaws\.com(\.cn)?$/;

/** Logs that anybody else could add to prove nothing. */
export const check = bucketDeny({
  control: 'LPO-LOG-02',
  name: 'log-bucket-has-one-writer',
  expected:
    'the policy of a log bucket denies writing objects to everyone but the one service that delivers there',
  fix: 'deny s3:PutObject* and s3:Replicate* where StringNotEquals aws:PrincipalServiceName is the service',
  kinds: ['trail', 'config', 'access'],
  on: 'objects',
  deny: {
    actions: writesObjects,
    trigger: [],
    exempting: [
      shape(
        ['StringNotEquals', 'StringNotEqualsIfExists'],
        'aws:PrincipalServiceName',
        (values) => values.length === 1 && values.every((value) => writers.test(value)),
      ),
    ],
  },
  good: {
    'CloudTrail alone': {
      Action: ['s3:PutObject*', 's3:Replicate*'],
      Condition: other('cloudtrail.amazonaws.com'),
    },
  },
  bad: {
    'a role instead': {
      Action: writesObjects,
      Condition: {
        ArnNotEquals: {
          'aws:PrincipalArn': `arn:aws:iam::100000000003:role/${vendorName('meridian', 'killSwitch')}`,
        },
      },
    },
    'any service': {
      Action: writesObjects,
      Condition: { StringNotLike: { 'aws:PrincipalServiceName': '*' } },
    },
    'a service that runs code': { Action: writesObjects, Condition: other('lambda.amazonaws.com') },
    'tags stay open': {
      Action: writesObjects.filter((action) => !action.includes('Tagging')),
      Condition: other('cloudtrail.amazonaws.com'),
    },
  },
});
