import { bucketsWithPolicies } from '../../bucket-with-policy';
import { assemblyCheck, type ExampleStacks } from '../../control';

const bucket = {
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName: 'lpo-meridian-trail-100000000003-eu-west-2' },
};
const stack = (statement: object): ExampleStacks => ({
  'meridian/LogArchive': {
    Bucket: bucket,
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Bucket' },
        PolicyDocument: { Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] },
      },
    },
  },
});
const service = { Service: 'cloudtrail.amazonaws.com' };

/** What a delivering service needs: to look at the bucket and to put objects. */
const delivering = /^s3:(PutObject|PutObjectAcl|GetBucketAcl|GetBucketLocation|ListBucket)$/i;
/** What an auditor needs. */
const reading =
  /^s3:(GetObject|GetObjectVersion|GetObjectRetention|GetObjectLegalHold|GetObjectTagging|GetBucket[A-Za-z]*|ListBucket|ListBucketVersions)$/i;

export const logBucketsTakeDeliveriesOnly = assemblyCheck({
  name: 'log-buckets-take-deliveries-only',
  expected:
    'a log bucket lets services put objects and named roles read them, and nobody delete or change anything',
  mend: 'allow s3:PutObject and s3:GetBucketAcl to the service and reading to named roles, without wildcards',
  judge(view) {
    const logs = bucketsWithPolicies(view).filter(({ kind }) => kind !== 'matter');
    if (logs.length === 0) return 'not applicable';
    return logs.flatMap(({ policy, statements, bucket }) =>
      statements.flatMap((statement) => {
        if (statement.effect !== 'Allow') return [];
        const isService = statement.principals.every(({ kind }) => kind === 'Service');
        const beyond = statement.actions.filter((action) => !(isService ? delivering : reading).test(action));
        return beyond.length === 0 && statement.notActions.length === 0
          ? []
          : [
              {
                stack: (policy ?? bucket).stack.id,
                logicalId: (policy ?? bucket).resource.logicalId,
                property: statement.path,
                found: `${statement.name} allows ${beyond.join(', ') || 'NotAction'}`,
              },
            ];
      }),
    );
  },
  good: { delivery: stack({ Principal: service, Action: ['s3:PutObject', 's3:GetBucketAcl'] }) },
  bad: {
    everything: stack({ Principal: service, Action: 's3:*' }),
    'a role that writes': stack({ Principal: { AWS: 'arn:aws:iam::1:role/x' }, Action: 's3:PutObject' }),
    'a service that deletes': stack({ Principal: service, Action: ['s3:PutObject', 's3:DeleteObject'] }),
    'a service that reads': stack({ Principal: service, Action: 's3:GetObject' }),
  },
});
