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
