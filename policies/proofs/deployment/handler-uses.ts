/** By property: an action, or a pattern of actions, that a handler calls. `Name=value` asks for a value, `*` in it for any text. */
type ByProperty = Readonly<Record<string, readonly string[]>>;

/**
 * Actions of a type's handlers that are called for a property alone: a template without it never needs them.
 * Source: the template reference of each type, and the Service Authorization Reference of each action.
 */
export const onlyWith: Readonly<Record<string, ByProperty>> = {
  'AWS::AccessAnalyzer::Analyzer': {
    'Type=ORGANIZATION*': ['organizations:*'],
    ArchiveRules: ['access-analyzer:*ArchiveRule', 'access-analyzer:ListArchiveRules'],
    // Of an analyzer of unused access the configuration alone is updated; another has nothing to update.
    AnalyzerConfiguration: ['access-analyzer:UpdateAnalyzer'],
  },
  'AWS::Backup::BackupPlan': { 'BackupPlan.ScanSettings': ['iam:PassRole'] },
  'AWS::Backup::BackupVault': { Notifications: ['backup:*BackupVaultNotifications'] },
  'AWS::CloudTrail::Trail': {
    'IsLogging=false': ['cloudtrail:StopLogging'],
    'IsOrganizationTrail=true': [
      'organizations:ListAWSServiceAccessForOrganization',
      'iam:CreateServiceLinkedRole',
    ],
  },
  'AWS::Config::ConformancePack': {
    DeliveryS3Bucket: ['s3:GetBucketAcl'],
    TemplateS3Uri: ['s3:GetObject'],
    'TemplateBody=*AWS::Config::RemediationConfiguration*': ['iam:PassRole'],
  },
  'AWS::EC2::FlowLog': {
    'LogDestinationType=s3': ['s3:GetBucketPolicy', 's3:PutBucketPolicy'],
    DestinationOptions: ['autoscaling:DescribeTags'],
  },
  'AWS::EC2::VPCEndpoint': {
    ServiceNetworkArn: ['vpc-lattice:*'],
    ServiceRegion: ['vpce:AllowMultiRegion'],
  },
  'AWS::IAM::ManagedPolicy': { Groups: ['iam:*GroupPolicy'], Users: ['iam:*UserPolicy'] },
  'AWS::KMS::Key': { Enabled: ['kms:DisableKey', 'kms:EnableKey'] },
  'AWS::Lambda::Function': {
    CapacityProviderConfig: ['lambda:PassCapacityProvider'],
    CodeSigningConfigArn: ['lambda:GetCodeSigningConfig', 'lambda:*FunctionCodeSigningConfig'],
    FileSystemConfigs: ['elasticfilesystem:*', 's3files:*'],
    FunctionScalingConfig: ['lambda:PutFunctionScalingConfig'],
    KmsKeyArn: ['kms:CreateGrant', 'kms:Encrypt', 'kms:GenerateDataKey'],
    Layers: ['lambda:GetLayerVersion'],
    PublishToLatestPublished: ['lambda:PublishVersion'],
    RecursiveLoop: ['lambda:PutFunctionRecursionConfig'],
    ReservedConcurrentExecutions: ['lambda:*FunctionConcurrency'],
    RuntimeManagementConfig: ['lambda:PutRuntimeManagementConfig'],
    VpcConfig: ['ec2:*'],
  },
  'AWS::Logs::LogGroup': {
    DataProtectionPolicy: [
      'logs:PutDataProtectionPolicy',
      'logs:DeleteDataProtectionPolicy',
      'logs:CreateLogDelivery',
      'firehose:*',
      's3:*',
    ],
    ResourcePolicyDocument: ['logs:PutResourcePolicy'],
  },
  'AWS::S3::Bucket': {
    AccelerateConfiguration: ['s3:PutAccelerateConfiguration'],
    AccessControl: ['s3:PutBucketAcl', 's3:PutObjectAcl'],
    AnalyticsConfigurations: ['s3:PutAnalyticsConfiguration', 's3:DeleteBucketAnalyticsConfiguration'],
    CorsConfiguration: ['s3:PutBucketCORS', 's3:DeleteBucketCors'],
    IntelligentTieringConfigurations: ['s3:PutIntelligentTieringConfiguration'],
    InventoryConfigurations: ['s3:PutInventoryConfiguration'],
    MetadataTableConfiguration: ['s3:*BucketMetadataTableConfiguration', 's3tables:*'],
    MetricsConfigurations: ['s3:PutMetricsConfiguration', 's3:DeleteBucketMetricsConfiguration'],
    ReplicationConfiguration: [
      'iam:PassRole',
      's3:PutBucketReplication',
      's3:PutReplicationConfiguration',
      's3:DeleteBucketReplication',
      's3:DeleteObject',
    ],
    WebsiteConfiguration: ['s3:PutBucketWebsite', 's3:DeleteBucketWebsite'],
  },
  'AWS::SNS::Topic': {
    DataProtectionPolicy: ['sns:PutDataProtectionPolicy'],
    DeliveryStatusLogging: ['iam:GetRole', 'iam:PassRole'],
    Subscription: ['sns:Subscribe', 'sns:Unsubscribe'],
  },
  'AWS::StepFunctions::StateMachine': { DefinitionS3Location: ['s3:GetObject'] },
};

/**
 * Actions that an update calls when a template gives up a property, by what it gives up. A deployment may not: what
 * closes the room is taken away by nobody, and the policies of the execution roles leave them out.
 */
export const onlyToGiveUp: Readonly<Record<string, ByProperty>> = {
  'AWS::Backup::BackupVault': {
    AccessPolicy: ['backup:DeleteBackupVaultAccessPolicy'],
    LockConfiguration: ['backup:DeleteBackupVaultLockConfiguration'],
  },
  'AWS::IAM::Role': { PermissionsBoundary: ['iam:DeleteRolePermissionsBoundary'] },
  'AWS::KMS::Key': { EnableKeyRotation: ['kms:DisableKeyRotation'] },
  'AWS::Logs::LogGroup': {
    KmsKeyId: ['logs:DisassociateKmsKey'],
    RetentionInDays: ['logs:DeleteRetentionPolicy'],
  },
  'AWS::S3::Bucket': {
    BucketEncryption: ['s3:DeleteBucketEncryption'],
    LifecycleConfiguration: ['s3:DeleteBucketLifecycle'],
  },
};

/**
 * Names in the published schemas that are no actions of IAM: operations of an interface that nobody else calls, or
 * another spelling of an action that stands beside.
 */
export const notActions: readonly string[] = [
  'backup-storage:Mount',
  'resolverquerylogging:*',
  's3:DeleteBucketAnalyticsConfiguration',
  's3:DeleteBucketCors',
  's3:DeleteBucketEncryption',
  's3:DeleteBucketLifecycle',
  's3:DeleteBucketMetricsConfiguration',
  's3:DeleteBucketReplication',
  's3:PutBucketReplication',
  's3:PutObjectLockConfiguration',
  's3:REST.PUT.OBJECT',
];

/**
 * Actions that handlers of a resource that is there call, and the room refuses on purpose.
 *
 * `s3:ListBucket`: names of documents are the matter's. The handler asks with HeadBucket whether the bucket is there,
 * and 403 says so as well as 200 does. To be tried in a canary account.
 */
export const refusedLater: Readonly<Record<string, readonly string[]>> = {
  'AWS::S3::Bucket': ['s3:ListBucket'],
};
