import type { BucketKind } from '../../reading/bucket-kind.ts';
import { type BucketWithPolicy, bucketsWithPolicies } from '../../reading/bucket-with-policy.ts';
import { type AssemblyCheck, assemblyCheck, type CheckFacts, type ExampleStacks } from '../check.ts';
import { bucket, encryptedUnder, logBucketName } from '../fixtures/bucket.ts';
import { bucketPolicy } from '../fixtures/bucket-policy.ts';
import { tags } from '../fixtures/tags.ts';
import { type RequiredDeny, undenied } from './required-deny.ts';

export interface BucketDeny extends CheckFacts {
  readonly kinds: readonly BucketKind[];
  readonly on: 'bucket' | 'objects' | 'both';
  /** Denies that must be there; a list of them where one is not enough. */
  readonly deny: RequiredDeny | ((bucket: BucketWithPolicy) => RequiredDeny | readonly RequiredDeny[]);
  /** Buckets looked at, of these kinds. @default - all of them */
  readonly where?: (bucket: BucketWithPolicy) => boolean;
  /** A statement or several that hold, and that do not; `Resource` is filled in when left out. */
  readonly good: Readonly<Record<string, object | readonly object[]>>;
  readonly bad: Readonly<Record<string, object | readonly object[]>>;
}

/** A check that every bucket of some kinds has a policy with a Deny that cannot be got around. */
export function bucketDeny(spec: BucketDeny): AssemblyCheck {
  return assemblyCheck({
    control: spec.control,
    name: spec.name,
    expected: spec.expected,
    fix: spec.fix,
    judge(view) {
      const buckets = bucketsWithPolicies(view).filter(
        (bucket) => spec.kinds.includes(bucket.kind) && (spec.where?.(bucket) ?? true),
      );
      if (buckets.length === 0) return 'not applicable';
      return buckets.flatMap((bucket) => {
        const deny = typeof spec.deny === 'function' ? spec.deny(bucket) : spec.deny;
        const open = [deny]
          .flat()
          .flatMap((one) =>
            undenied(one, bucket.statements, (statement) => bucket.reaches(statement, spec.on)),
          );
        const { stack, resource } = bucket.policy ?? bucket.bucket;
        return open.length === 0
          ? []
          : [
              {
                stack: stack.id,
                logicalId: resource.logicalId,
                property: bucket.policy ? 'PolicyDocument' : 'BucketName',
                got: bucket.policy ? `nothing denies ${open.join(', ')}` : 'a bucket without a policy',
              },
            ];
      });
    },
    good: examples(spec.good, spec.kinds),
    bad: {
      'no statement': bucketExample(
        {
          Effect: 'Allow',
          Principal: { AWS: 'x' },
          Action: 's3:GetObject',
          Resource: '*',
        },
        spec.kinds,
      ),
      'no policy': { 'meridian/Example': { Bucket: exampleBucket(spec.kinds) } },
      ...examples(spec.bad, spec.kinds),
    },
  });
}

/** A matter bucket where the check looks at one, else the first kind of log bucket. */
const exampleBucket = (kinds: readonly BucketKind[]) =>
  bucket({
    ...(kinds.includes('matter')
      ? { Tags: tags({ 'lpo:matter': 'm-7f3a9c' }) }
      : { BucketName: logBucketName(`${kinds[0]}`) }),
    ...encryptedUnder('Key'),
  });

const arn = { 'Fn::GetAtt': ['Bucket', 'Arn'] };

function bucketExample(statements: object | readonly object[], kinds: readonly BucketKind[]): ExampleStacks {
  const whole = [statements].flat().map((statement) => ({
    Effect: 'Deny',
    Principal: '*',
    Resource: [arn, { 'Fn::Join': ['', [arn, '/*']] }],
    ...statement,
  }));
  return {
    'meridian/Example': {
      Bucket: exampleBucket(kinds),
      Policy: bucketPolicy('Bucket', ...whole),
    },
  };
}

const examples = (
  statements: Readonly<Record<string, object | readonly object[]>>,
  kinds: readonly BucketKind[],
): Record<string, ExampleStacks> =>
  Object.fromEntries(
    Object.entries(statements).map(([name, statement]) => [name, bucketExample(statement, kinds)]),
  );
