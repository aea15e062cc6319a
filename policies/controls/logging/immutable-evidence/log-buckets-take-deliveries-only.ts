import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { logBucket, logBucketName } from '../../../authoring/fixtures/bucket.ts';
import { bucketPolicy } from '../../../authoring/fixtures/bucket-policy.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { logBucketVendor } from '../../../reading/bucket-kind.ts';
import { bucketsWithPolicies } from '../../../reading/bucket-with-policy.ts';
import { type EvidenceRole, evidenceRoleOf } from '../../../reading/evidence-roles.ts';
import { vendorName, words } from '../../../template/names.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const stack = (statement: object, kind = 'trail'): ExampleStacks => ({
  'meridian/LogArchive': {
    Bucket: logBucket(kind),
    Policy: bucketPolicy('Bucket', { Effect: 'Allow', Resource: '*', ...statement }),
  },
});
const arn = `arn:aws:s3:::${logBucketName('evidence')}`;
const adding = (role: string, Action: string | string[], Resource: string, rest: object = {}) =>
  stack(
    { Principal: { AWS: roleArn(`lpo-meridian-${role}`, '100000000002') }, Action, Resource, ...rest },
    'evidence',
  );
const prefix = (value: string) => ({ Condition: { StringLike: { 's3:prefix': value } } });
const service = { Service: 'cloudtrail.amazonaws.com' };

/** Actions a delivering service needs: to look at the bucket and to put objects. */
const delivering = /^s3:(PutObject|PutObjectAcl|GetBucketAcl|GetBucketLocation|ListBucket)$/i;
/** Actions an auditor needs. */
const reading =
  /^s3:(GetObject|GetObjectVersion|GetObjectRetention|GetObjectLegalHold|GetObjectTagging|GetBucket[A-Za-z]*|ListBucket|ListBucketVersions)$/i;

export const check = assemblyCheck({
  control: 'LPO-LOG-02',
  name: 'log-buckets-take-deliveries-only',
  expected:
    'a log bucket lets services put objects and named roles read them, and nobody delete or change anything',
  fix: 'allow s3:PutObject and s3:GetBucketAcl to the service and reading to named roles, without wildcards',
  judge(view) {
    const logs = bucketsWithPolicies(view).filter(({ kind }) => kind !== 'matter');
    if (logs.length === 0) return 'not applicable';
    return logs.flatMap(({ kind, policy, statements, bucket }) =>
      statements.flatMap((statement) => {
        if (statement.effect !== 'Allow') return [];
        const isService =
          statement.principals.length > 0 && statement.principals.every(({ kind }) => kind === 'Service');
        const evidence = statement.principals.map(({ kind, value }) =>
          kind === 'AWS' ? evidenceRoleOf(logBucketVendor(bucket.resource))(value) : undefined,
        );
        const adds = statement.principals.length === 1 && kind === 'evidence' ? evidence[0] : undefined;
        const allowed = isService ? delivering : adds ? adds.actions : reading;
        const beyond = [
          ...statement.actions.filter((action) => !allowed.test(action)),
          ...(adds ? outsideFolder(statement, adds) : []),
        ];
        return beyond.length === 0 && statement.notActions.length === 0
          ? []
          : [
              {
                stack: (policy ?? bucket).stack.id,
                logicalId: (policy ?? bucket).resource.logicalId,
                property: statement.path,
                got: `${statement.name} allows ${beyond.join(', ') || 'NotAction'}`,
              },
            ];
      }),
    );
  },
  good: {
    delivery: stack({ Principal: service, Action: ['s3:PutObject', 's3:GetBucketAcl'] }),
    evidence: adding(words.killSwitch, ['s3:PutObject', 's3:PutObjectLegalHold'], `${arn}/incidents/*`),
    'a clock that reads back': adding(words.breachClock, ['s3:GetObject', 's3:PutObject'], `${arn}/clocks/*`),
    'a ledger that is listed': adding(words.ledgerWriter, 's3:ListBucket', arn, prefix('ledger/*')),
  },
  bad: {
    'a switch that shortens': adding(words.killSwitch, 's3:PutObjectRetention', `${arn}/incidents/*`),
    'a switch that reads': adding(words.killSwitch, 's3:GetObject', `${arn}/incidents/*`),
    'a switch in the trail': stack({
      Principal: { AWS: `arn:aws:iam::100000000002:role/${vendorName('meridian', 'killSwitch')}` },
      Action: 's3:PutObject',
    }),
    "another vendor's switch": stack(
      {
        Principal: { AWS: `arn:aws:iam::100000000002:role/${vendorName('luzon', 'killSwitch')}` },
        Action: 's3:PutObject',
        Resource: `${arn}/incidents/*`,
      },
      'evidence',
    ),
    'a clock in another folder': adding(words.breachClock, 's3:PutObject', `${arn}/incidents/*`),
    'a ledger everywhere': adding(words.ledgerWriter, 's3:GetObject', `${arn}/*`),
    'a ledger that lists everything': adding(words.ledgerWriter, 's3:ListBucket', arn),
    'a ledger that lists another folder': adding(words.ledgerWriter, 's3:ListBucket', arn, prefix('*')),
    'one statement for two': stack(
      {
        Principal: {
          AWS: [words.breachClock, words.ledgerWriter].map((role) =>
            roleArn(`lpo-meridian-${role}`, '100000000002'),
          ),
        },
        Action: 's3:PutObject',
      },
      'evidence',
    ),
    everything: stack({ Principal: service, Action: 's3:*' }),
    'a role that writes': stack({ Principal: { AWS: 'arn:aws:iam::1:role/x' }, Action: 's3:PutObject' }),
    'a service that deletes': stack({ Principal: service, Action: ['s3:PutObject', 's3:DeleteObject'] }),
    'a service that reads': stack({ Principal: service, Action: 's3:GetObject' }),
  },
});

/** Deviations of an evidence role that is allowed more than its own folder. */
function outsideFolder(
  { actions, conditions, notResources, resources }: Statement,
  role: EvidenceRole,
): string[] {
  const folder = `/${role.prefix}/*`;
  const within =
    notResources.length === 0 &&
    resources.every(
      (resource) => /^[^/]*$/.test(resource.slice(0, -folder.length)) && resource.endsWith(folder),
    );
  const listed = conditions.some(
    ({ operator, key, values }) =>
      operator === 'StringLike' &&
      key === 's3:prefix' &&
      values.every((value) => value === `${role.prefix}/*`),
  );
  return actions
    .filter((action) => !(/^s3:ListBucket$/i.test(action) ? listed : within))
    .map((action) => `${action} outside ${role.prefix}/`);
}
