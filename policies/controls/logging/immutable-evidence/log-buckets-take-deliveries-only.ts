import { logBucketVendor } from '../../bucket-kind';
import { bucketsWithPolicies } from '../../bucket-with-policy';
import { assemblyCheck, type ExampleStacks } from '../../control';
import { isKillSwitchOf } from '../../kill-switch-role';

const stack = (statement: object, kind = 'trail'): ExampleStacks => ({
  'meridian/LogArchive': {
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: `lpo-meridian-${kind}-100000000003-eu-west-2` },
    },
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Bucket' },
        PolicyDocument: { Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] },
      },
    },
  },
});
const evidenceRole = 'arn:aws:iam::100000000002:role/lpo-meridian-kill-switch';
const capture = { Principal: { AWS: evidenceRole }, Action: ['s3:PutObject', 's3:PutObjectLegalHold'] };
const service = { Service: 'cloudtrail.amazonaws.com' };

/** What a delivering service needs: to look at the bucket and to put objects. */
const delivering = /^s3:(PutObject|PutObjectAcl|GetBucketAcl|GetBucketLocation|ListBucket)$/i;
/** What the kill switch needs to put evidence under legal hold. */
const evidencing = /^s3:(PutObject|PutObjectLegalHold)$/i;
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
    return logs.flatMap(({ policy, statements, bucket, kind: what }) =>
      statements.flatMap((statement) => {
        if (statement.effect !== 'Allow') return [];
        const isService =
          statement.principals.length > 0 && statement.principals.every(({ kind }) => kind === 'Service');
        const isSwitch =
          what === 'evidence' &&
          statement.principals.length > 0 &&
          statement.principals.every(
            ({ kind, value }) => kind === 'AWS' && isKillSwitchOf(logBucketVendor(bucket.resource))(value),
          );
        const allowed = isService ? delivering : isSwitch ? evidencing : reading;
        const beyond = statement.actions.filter((action) => !allowed.test(action));
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
  good: {
    delivery: stack({ Principal: service, Action: ['s3:PutObject', 's3:GetBucketAcl'] }),
    evidence: stack(capture, 'evidence'),
  },
  bad: {
    'a switch that shortens': stack({ ...capture, Action: 's3:PutObjectRetention' }, 'evidence'),
    'a switch that reads': stack({ ...capture, Action: 's3:GetObject' }, 'evidence'),
    'a switch that writes to a trail': stack(capture),
    "another vendor's switch": stack(
      { ...capture, Principal: { AWS: evidenceRole.replace('meridian', 'luzon') } },
      'evidence',
    ),
    everything: stack({ Principal: service, Action: 's3:*' }),
    'a role that writes': stack({ Principal: { AWS: 'arn:aws:iam::1:role/x' }, Action: 's3:PutObject' }),
    'a service that deletes': stack({ Principal: service, Action: ['s3:PutObject', 's3:DeleteObject'] }),
    'a service that reads': stack({ Principal: service, Action: 's3:GetObject' }),
  },
});
