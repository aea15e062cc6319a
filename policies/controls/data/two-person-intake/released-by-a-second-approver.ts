import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { exceptRoles, isNamedRole, shape } from '../../../authoring/deny/condition-shapes.ts';
import { undenied } from '../../../authoring/deny/required-deny.ts';
import { matterBucket, matterBucketName } from '../../../authoring/fixtures/bucket.ts';
import { bucketPolicy } from '../../../authoring/fixtures/bucket-policy.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { bucketsWithPolicies } from '../../../reading/bucket-with-policy.ts';
import { matterOf } from '../../../reading/matter-of.ts';
import { holdsStandardClassesAlone } from '../../../reading/standard-classes.ts';
import { readOurRole } from '../../../template/names.ts';

const name = matterBucketName;
const approver = (fn: string) => roleArn(`lpo-meridian-m-7f3a9c-${fn}`);
const deny = (Condition: object, Action = 's3:PutObject') => ({
  Effect: 'Deny',
  Principal: '*',
  Action,
  Resource: `arn:aws:s3:::${name}/released/*`,
  Condition,
});
const byApprover = deny({ ArnNotEquals: { 'aws:PrincipalArn': approver('second-approver') } });
const aCopy = deny({ StringNotLike: { 's3:x-amz-copy-source': `${name}/release/*` } });
const stack = (classes: string, ...statements: object[]): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    Bucket: matterBucket({ 'lpo:data-class': classes }),
    Policy: bucketPolicy('Bucket', ...statements),
  },
});

const isRestore = (arn: string): boolean => readOurRole(arn)?.purpose === 'restore';

/** AWS Backup puts a document back under the key it had, so that a restore releases nothing new. */
const oneRole = shape(['ArnNotEquals', 'ArnNotEqualsIfExists'], 'aws:PrincipalArn', (values) => {
  const people = values.filter((value) => !isRestore(value));
  return people.length === 1 && values.every((value) => isNamedRole(value) && !value.includes('*'));
});
/** `StringNotLike` is true for an absent key, so that an upload, which names no source, is denied too. */
const copyOfRelease = shape(['StringNotLike', 'StringNotLikeIfExists'], 's3:x-amz-copy-source', (values) =>
  values.every((value) => /^[^*?]+\/release\/\*$/.test(value)),
);

/** The privileged zone releases nothing. */
export const check = assemblyCheck({
  control: 'LPO-DAT-06',
  name: 'released-by-a-second-approver',
  expected:
    'where lpo:data-class names more than standard classes, released/ takes copies of release/ by one named role, and nothing else',
  fix: 'deny s3:PutObject on released/* where ArnNotEquals aws:PrincipalArn names one role, and where StringNotLike s3:x-amz-copy-source names release/*',
  judge(view) {
    const buckets = bucketsWithPolicies(view).filter(
      ({ bucket: { resource } }) =>
        matterOf(resource) !== undefined &&
        resource.tags['lpo:zone'] !== 'privileged' &&
        !holdsStandardClassesAlone(resource.tags['lpo:data-class']),
    );
    if (buckets.length === 0) return 'not applicable';
    return buckets.flatMap(({ bucket, policy, statements, reaches }) =>
      [
        { trigger: oneRole, got: 'released/ takes what several roles put' },
        { trigger: copyOfRelease, got: 'released/ takes what was never under release/' },
      ].flatMap(({ trigger, got }) => {
        const open = undenied(
          { actions: ['s3:PutObject'], trigger: [trigger], exempting: [exceptRoles('restore')] },
          statements,
          (statement) =>
            reaches(statement, 'objects') || statement.resources.some((one) => one.endsWith('/released/*')),
        );
        const { stack, resource } = policy ?? bucket;
        return open.length === 0
          ? []
          : [{ stack: stack.id, logicalId: resource.logicalId, property: 'PolicyDocument', got }];
      }),
    );
  },
  good: {
    'one role and copies only': stack('PII_BASIC+PHI', byApprover, aCopy),
    'and a restore': stack(
      'PHI',
      deny({ ArnNotEquals: { 'aws:PrincipalArn': [approver('second-approver'), approver('restore')] } }),
      deny({
        StringNotLike: { 's3:x-amz-copy-source': `${name}/release/*` },
        ArnNotEquals: { 'aws:PrincipalArn': approver('restore') },
      }),
    ),
  },
  bad: {
    'any source': stack('PHI', byApprover),
    'any role': stack('PHI', aCopy),
    'no class at all': stack('', aCopy),
    'two roles': stack(
      'PHI',
      deny({ ArnNotEquals: { 'aws:PrincipalArn': [approver('a-person'), approver('b-person')] } }),
      aCopy,
    ),
    'a copy of anything': stack(
      'PHI',
      byApprover,
      deny({ StringNotLike: { 's3:x-amz-copy-source': `${name}/*` } }),
    ),
    'a restore alone': stack(
      'PHI',
      deny({ ArnNotEquals: { 'aws:PrincipalArn': approver('restore') } }),
      aCopy,
    ),
    'a source but for a person': stack(
      'PHI',
      byApprover,
      deny({
        StringNotLike: { 's3:x-amz-copy-source': `${name}/release/*` },
        ArnNotEquals: { 'aws:PrincipalArn': approver('second-approver') },
      }),
    ),
    'reading only': stack(
      'PHI',
      deny({ ArnNotEquals: { 'aws:PrincipalArn': approver('second-approver') } }, 's3:GetObject'),
      aCopy,
    ),
  },
});
