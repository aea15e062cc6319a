import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { logBucket, logBucketName, matterBucket } from '../../../authoring/fixtures/bucket.ts';
import { bucketKind } from '../../../reading/bucket-kind.ts';

const access = logBucketName('access', '200000000001');
const stack = (LoggingConfiguration?: object, account?: string): ExampleStacks => ({
  'meridian/Logs': {
    ...(account ? { account } : {}),
    template: { Resources: { Access: logBucket('access', '200000000001') } },
  },
  'meridian/Matter-m-7f3a9c': {
    Bucket: matterBucket({}, { LoggingConfiguration }),
  },
});

/** S3 delivers within one account and region only; a destination that is not there loses the log silently. */
export const check = assemblyCheck({
  control: 'LPO-LOG-01',
  name: 'buckets-log-access',
  expected: 'every bucket but the access-log bucket writes server access logs to the one of its account',
  fix: 'set LoggingConfiguration.DestinationBucketName to the access-log bucket of the same account',
  judge(view) {
    const all = view.ofType('AWS::S3::Bucket');
    const logged = all.filter(({ resource }) => bucketKind(resource) !== 'access');
    if (logged.length === 0) return 'not applicable';
    const property = 'LoggingConfiguration.DestinationBucketName';
    return logged
      .filter(
        ({ stack, resource }) =>
          !all.some(
            (one) =>
              bucketKind(one.resource) === 'access' &&
              one.stack.account === stack.account &&
              (view.target(resource.get(property), stack) === one ||
                one.resource.text('BucketName') === resource.text(property)),
          ),
      )
      .map(({ stack, resource }) => ({
        stack: stack.id,
        logicalId: resource.logicalId,
        property,
        got: resource.show(property),
      }));
  },
  good: { logged: stack({ DestinationBucketName: access }) },
  bad: {
    'not logged': stack(),
    'to nowhere': stack({ LogFilePrefix: 'x' }),
    'to somebody else': stack({ DestinationBucketName: 'another-bucket' }),
    'to another account': stack({ DestinationBucketName: access }, '100000000003'),
  },
});
