/** Actions that change a bucket and not its objects; left to the deployment. */
export const settingsActions = [
  's3:CreateAccess*',
  's3:DeleteAccess*',
  's3:DeleteBucket*',
  's3:PutAccelerateConfiguration',
  's3:PutAccess*',
  's3:PutAnalyticsConfiguration',
  's3:PutBucket*',
  's3:PutEncryptionConfiguration',
  's3:PutInventoryConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
];
