/**
 * Actions that change a bucket and not its objects; left to the deployment. Those on access points are none of them: S3 takes
 * them in identity policies alone, and a guardrail denies them.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
 */
export const settingsActions = [
  's3:DeleteBucket*',
  's3:PutAccelerateConfiguration',
  's3:PutAnalyticsConfiguration',
  's3:PutBucket*',
  's3:PutEncryptionConfiguration',
  's3:PutInventoryConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
];
