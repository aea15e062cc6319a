import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { matterBucket } from '../../../authoring/fixtures/bucket.ts';
import { bucketsWithPolicies } from '../../../reading/bucket-with-policy.ts';
import { matterOf } from '../../../reading/matter-of.ts';

const plan = (properties: object) => ({
  Type: 'AWS::GuardDuty::MalwareProtectionPlan',
  Properties: {
    ProtectedResource: { S3Bucket: { BucketName: { Ref: 'Bucket' } } },
    Actions: { Tagging: { Status: 'ENABLED' } },
    ...properties,
  },
});
const stack = (Plan?: ReturnType<typeof plan>): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': { Bucket: matterBucket(), ...(Plan ? { Plan } : {}) },
});

export const check = assemblyCheck({
  control: 'LPO-DAT-06',
  name: 'matter-bucket-scanned',
  expected: 'every matter bucket has a malware protection plan for all of its objects that tags the result',
  fix: 'add AWS::GuardDuty::MalwareProtectionPlan for the bucket, Tagging ENABLED, without ObjectPrefixes',
  judge(view) {
    const buckets = bucketsWithPolicies(view).filter(({ bucket }) => matterOf(bucket.resource));
    if (buckets.length === 0) return 'not applicable';
    const plans = view.ofType('AWS::GuardDuty::MalwareProtectionPlan');
    return buckets.flatMap(({ bucket }) => {
      const covering = plans.filter(({ stack, resource }) => {
        const name = resource.get('ProtectedResource.S3Bucket.BucketName');
        return (
          view.target(name, stack) === bucket ||
          resource.text('ProtectedResource.S3Bucket.BucketName') === bucket.resource.text('BucketName')
        );
      });
      const at = { stack: bucket.stack.id, logicalId: bucket.resource.logicalId };
      if (covering.length === 0) return [{ ...at, property: '-', got: 'no malware protection plan' }];
      return covering.flatMap(({ stack, resource }) => {
        const where = { stack: stack.id, logicalId: resource.logicalId };
        return [
          ...(resource.text('Actions.Tagging.Status') === 'ENABLED'
            ? []
            : [
                {
                  ...where,
                  property: 'Actions.Tagging.Status',
                  got: resource.show('Actions.Tagging.Status'),
                },
              ]),
          ...(resource.get('ProtectedResource.S3Bucket.ObjectPrefixes') === undefined
            ? []
            : [
                {
                  ...where,
                  property: 'ProtectedResource.S3Bucket.ObjectPrefixes',
                  got: 'some prefixes only',
                },
              ]),
        ];
      });
    });
  },
  good: { 'a plan': stack(plan({})) },
  bad: {
    'no plan': stack(),
    'no tag': stack(plan({ Actions: { Tagging: { Status: 'DISABLED' } } })),
    'a prefix': stack(
      plan({ ProtectedResource: { S3Bucket: { BucketName: { Ref: 'Bucket' }, ObjectPrefixes: ['in/'] } } }),
    ),
    'another bucket': stack(plan({ ProtectedResource: { S3Bucket: { BucketName: 'x' } } })),
  },
});
