/** Actions that read, list, write or remove objects of a bucket. Source: service authorization reference of S3. */
export const objectActions = [
  's3:AbortMultipartUpload',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:GetObject',
  's3:GetObjectAttributes',
  's3:GetObjectVersion',
  's3:ListBucket',
  's3:ListBucketVersions',
  's3:ListMultipartUploadParts',
  's3:PutObject',
  's3:PutObjectAcl',
  's3:ReplicateObject',
  's3:RestoreObject',
] as const;

/** Actions that add or replace an object, its tags, its retention or its hold. */
export const writesObjects: readonly string[] = [
  's3:PutObject',
  's3:PutObjectAcl',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
  's3:PutObjectTagging',
  's3:ReplicateDelete',
  's3:ReplicateObject',
];
