import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { MatterFunction, Zone } from '../../model/engagement.ts';
import { existingObjectTag, objectTags, requestObjectTag } from '../../model/tag-keys.ts';
import { type Access, accessByFunction, type Prefix, prefixes } from './access-by-function.ts';

const readActions = ['s3:GetObject', 's3:GetObjectTagging', 's3:GetObjectVersion'];
const writeActions = ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'];
/** S3 asks for it where a request names a version: what was read is what is approved, whatever comes in between. */
const approveActions = ['s3:PutObjectVersionTagging'];
const retentionActions = [
  's3:GetObjectLegalHold',
  's3:GetObjectRetention',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
];

const { scan, release } = objectTags;
const approved = { [existingObjectTag(release.key)]: release.approved };
/** S3 replaces the whole set of tags, so that the scanner's finding is repeated, and it has to be there already. */
const approval = {
  StringEquals: {
    [existingObjectTag(scan.key)]: scan.clean,
    [requestObjectTag(scan.key)]: scan.clean,
    [requestObjectTag(release.key)]: [release.approved, release.withdrawn],
  },
  'ForAllValues:StringEquals': { 's3:RequestObjectTagKeys': [scan.key, release.key] },
};

/** Bucket and access point of one zone. */
export interface VaultAddress {
  /** Part of the matter: its documents, or the privileged documents beside them. */
  readonly zone: Zone;
  /** Name of the bucket, at most 63 characters, unique in the whole partition. */
  readonly bucketName: string;
  /** ARN of the bucket, without a path. */
  readonly bucketArn: string;
  /**
   * Name of the access point, 3 to 50 characters.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/creating-access-points.html
   */
  readonly accessPointName: string;
  /** ARN of the access point through which people reach the bucket. */
  readonly accessPointArn: string;
}

/**
 * Identity policy of one function on one matter, over the zones it has access to.
 *
 * Through an access point S3 asks for both: the object below the access point and the object in the bucket.
 *
 * @param functions all functions of the matter
 */
export function matterPermissions(
  fn: MatterFunction,
  functions: readonly MatterFunction[],
  vaults: readonly VaultAddress[],
): PolicyStatement[] {
  return vaults.flatMap((vault) => {
    const access = accessByFunction(vault.zone, functions)[fn];
    return access ? inZone(access, vault) : [];
  });
}

function inZone(
  { read, write, approves, approvedOnly, retention }: Access,
  { zone, ...address }: VaultAddress,
): PolicyStatement[] {
  const objects = (parts: readonly Prefix[]) =>
    parts.flatMap((part) => [`${address.bucketArn}/${part}/*`, `${address.accessPointArn}/object/${part}/*`]);
  const allow = (verb: string, actions: string[], resources: string[], conditions = {}) =>
    new PolicyStatement({
      sid: zone === 'documents' ? verb : `${verb}Privileged`,
      actions,
      resources,
      conditions,
    });
  const places = [...new Set([...read, ...write])].map((place) => `${place}/*`);
  return [
    allow(
      'List',
      ['s3:ListBucket', 's3:ListBucketVersions'],
      [address.bucketArn, address.accessPointArn],
      places.length > 0 ? { StringLike: { 's3:prefix': places } } : {},
    ),
    ...(read.length > 0
      ? [allow('Read', readActions, objects(read), approvedOnly ? { StringEquals: approved } : {})]
      : []),
    ...(write.length > 0 ? [allow('Write', writeActions, objects(write))] : []),
    ...(approves ? [allow('Approve', approveActions, objects(['release']), approval)] : []),
    ...(retention ? [allow('Retain', retentionActions, objects(prefixes[zone]))] : []),
  ];
}
