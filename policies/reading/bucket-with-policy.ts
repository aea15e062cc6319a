import type { AssemblyView, Placed } from '../template/assembly-view.ts';
import { covers } from '../template/glob.ts';
import type { Statement } from '../template/policy/statement.ts';
import { type BucketKind, bucketKind } from './bucket-kind.ts';

export interface BucketWithPolicy {
  readonly bucket: Placed;
  readonly kind: BucketKind;
  /** The bucket's policy resource, if there is one. */
  readonly policy?: Placed;
  readonly statements: readonly Statement[];
  /** True where the statement's resources hold the bucket (for `bucket`) and every object in it (for `objects`). */
  reaches(statement: Statement, what: 'bucket' | 'objects' | 'both'): boolean;
  /** True where the statement's resources hold every object below a folder, given without slashes. */
  reachesFolder(statement: Statement, folder: string): boolean;
}

/** Every bucket of the assembly with the statements of its policy. */
export function bucketsWithPolicies(view: AssemblyView): BucketWithPolicy[] {
  const policies = view.ofType('AWS::S3::BucketPolicy');
  return view.ofType('AWS::S3::Bucket').map((bucket) => {
    const name = bucket.resource.text('BucketName');
    const policy = policies.find(
      ({ stack, resource }) =>
        view.target(resource.get('Bucket'), stack) === bucket ||
        (name !== undefined && resource.text('Bucket') === name),
    );
    const arns = [`\${${bucket.resource.logicalId}.Arn}`];
    if (name)
      arns.push(`arn:aws:s3:::${name}`, `arn:aws-cn:s3:::${name}`, `arn:\${AWS::Partition}:s3:::${name}`);
    const inResources = (statement: Statement, suffix: string) =>
      statement.notResources.length === 0 &&
      statement.resources.some((pattern) => arns.some((arn) => covers(pattern, `${arn}${suffix}`)));
    return {
      bucket,
      kind: bucketKind(bucket.resource),
      ...(policy ? { policy } : {}),
      statements: policy?.resource.statements('PolicyDocument') ?? [],
      reaches: (statement, what) =>
        (what === 'objects' || inResources(statement, '')) &&
        (what === 'bucket' || inResources(statement, '/*')),
      reachesFolder: (statement, folder) => inResources(statement, `/${folder}/*`),
    };
  });
}
