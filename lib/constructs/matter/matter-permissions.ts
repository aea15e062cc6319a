import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { MatterFunction } from '../../config/vendor-schema';

/** Top-level prefixes of a matter's bucket. */
export const prefixes = { intake: 'intake', work: 'work', release: 'release' } as const;
type Prefix = (typeof prefixes)[keyof typeof prefixes];

interface Access {
  readonly read: readonly Prefix[];
  readonly write: readonly Prefix[];
  /** Places holds and lengthens retention; sees names, not content. */
  readonly retention?: boolean;
}

/** Who reads and writes where. Nobody who approves a release can also put something there. */
export const accessByFunction: Readonly<Record<MatterFunction, Access>> = {
  reviewer: { read: ['intake', 'work'], write: ['work'] },
  qcLead: { read: ['intake', 'work'], write: ['work'] },
  supervisingLawyer: { read: ['intake', 'work', 'release'], write: ['intake', 'release'] },
  releaseApprover: { read: ['release'], write: [] },
  matterAdministrator: { read: [], write: [], retention: true },
};

const readActions = ['s3:GetObject', 's3:GetObjectTagging', 's3:GetObjectVersion'];
const writeActions = ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'];
const retentionActions = [
  's3:GetObjectLegalHold',
  's3:GetObjectRetention',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
];

export interface MatterAddress {
  readonly bucketArn: string;
  readonly accessPointArn: string;
}

/**
 * Identity policy of one function on one matter.
 *
 * Through an access point S3 asks for both: the object below the access point and the object in the bucket.
 */
export function matterPermissions(fn: MatterFunction, address: MatterAddress): PolicyStatement[] {
  const { read, write, retention } = accessByFunction[fn];
  const objects = (parts: readonly string[]) =>
    parts.flatMap((part) => [`${address.bucketArn}/${part}/*`, `${address.accessPointArn}/object/${part}/*`]);
  const places = [...new Set([...read, ...write])];
  const statements = [
    new PolicyStatement({
      sid: 'List',
      actions: ['s3:ListBucket', 's3:ListBucketVersions'],
      resources: [address.bucketArn, address.accessPointArn],
      ...(places.length > 0
        ? { conditions: { StringLike: { 's3:prefix': places.map((place) => `${place}/*`) } } }
        : {}),
    }),
  ];
  if (read.length > 0) {
    statements.push(new PolicyStatement({ sid: 'Read', actions: readActions, resources: objects(read) }));
  }
  if (write.length > 0) {
    statements.push(new PolicyStatement({ sid: 'Write', actions: writeActions, resources: objects(write) }));
  }
  if (retention) {
    statements.push(
      new PolicyStatement({
        sid: 'Retain',
        actions: retentionActions,
        resources: objects(Object.values(prefixes)),
      }),
    );
  }
  return statements;
}
