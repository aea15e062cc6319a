import type { Authority } from '../access/access-case.ts';
import type { Selector } from '../policy/statement.ts';

/** Facts the prover needs about a service; the core itself knows none by name. */
export interface ServiceFacts {
  /** Weight of the resource's own policy. */
  readonly authority: Authority;
  /** True where resource control policies reach it. */
  readonly resourceControl: boolean;
  /** ARNs that requests name, from the ARN of the resource. */
  readonly requestArns: (arn: string) => readonly string[];
  /** Prefix of the actions that work on it. */
  readonly service: string;
  /** Actions and ARNs that never meet in a request: object actions on a bucket, bucket actions on an object. */
  readonly impossible?: (arn: string) => readonly Selector[];
  /** True where every request carries the region of the resource. */
  readonly regional: boolean;
}

/** Source: Service Authorization Reference, Amazon S3, actions with the resource type `object`. */
const objectActions = [
  's3:AbortMultipartUpload',
  's3:BypassGovernanceRetention',
  's3:DeleteObject*',
  's3:GetObject*',
  's3:InitiateReplication',
  's3:ListMultipartUploadParts',
  's3:ObjectOwnerOverrideToBucketOwner',
  's3:PutObject*',
  's3:Replicate*',
  's3:RestoreObject',
  's3:UpdateObjectEncryption',
];

/** Actions on the whole account: they name no bucket. */
const accountActions = [
  's3:CreateJob',
  's3:GetAccountPublicAccessBlock',
  's3:ListAccessPoints',
  's3:ListAllMyBuckets',
  's3:ListJobs',
  's3:ListStorageLensConfigurations',
  's3:PutAccountPublicAccessBlock',
];

const bucketOrObject =
  (objects: string) =>
  (arn: string): readonly Selector[] => [
    { actions: { negated: false, patterns: accountActions }, conditions: [] },
    {
      actions: { negated: false, patterns: objectActions },
      resources: { negated: false, patterns: [arn] },
      conditions: [],
    },
    {
      actions: { negated: true, patterns: objectActions },
      resources: { negated: false, patterns: [arn + objects] },
      conditions: [],
    },
  ];

const itself = (arn: string): readonly string[] => [arn];

/** Recovery points have ARNs beside their vault's, which do not name it; its policy decides about them all the same. */
const vaultAndPoints = (arn: string): readonly string[] => [
  arn,
  `${arn.replace(/:backup-vault:.*$/, '')}:recovery-point:*`,
];

/**
 * By CloudFormation type.
 * Sources: KMS Developer Guide "Key policies"; IAM User Guide "Policy evaluation logic"; Organizations User
 * Guide "Resource control policies", list of supported services; Service Authorization Reference for ARNs.
 */
export const serviceFacts: Readonly<Record<string, ServiceFacts>> = {
  'AWS::KMS::Key': {
    service: 'kms',
    authority: 'resource',
    resourceControl: true,
    requestArns: itself,
    regional: true,
  },
  'AWS::S3::Bucket': {
    service: 's3',
    authority: 'either',
    resourceControl: true,
    requestArns: (arn) => [arn, `${arn}/*`],
    impossible: bucketOrObject('/*'),
    regional: true,
  },
  'AWS::S3::AccessPoint': {
    service: 's3',
    authority: 'either',
    resourceControl: true,
    requestArns: (arn) => [arn, `${arn}/object/*`],
    impossible: bucketOrObject('/object/*'),
    regional: true,
  },
  'AWS::IAM::Role': {
    service: 'sts',
    authority: 'resource',
    resourceControl: true,
    requestArns: itself,
    regional: false,
  },
  'AWS::SNS::Topic': {
    service: 'sns',
    authority: 'either',
    resourceControl: false,
    requestArns: itself,
    regional: true,
  },
  'AWS::SQS::Queue': {
    service: 'sqs',
    authority: 'either',
    resourceControl: true,
    requestArns: itself,
    regional: true,
  },
  'AWS::Lambda::Function': {
    service: 'lambda',
    authority: 'either',
    resourceControl: false,
    requestArns: (arn) => [arn, `${arn}:*`],
    regional: true,
  },
  'AWS::SecretsManager::Secret': {
    service: 'secretsmanager',
    authority: 'either',
    resourceControl: true,
    requestArns: (arn) => [`${arn}*`],
    regional: true,
  },
  'AWS::Logs::LogGroup': {
    service: 'logs',
    authority: 'either',
    resourceControl: true,
    requestArns: (arn) => [arn.replace(/:\*$/, ''), arn],
    regional: true,
  },
  'AWS::Backup::BackupVault': {
    service: 'backup',
    authority: 'either',
    resourceControl: false,
    requestArns: vaultAndPoints,
    regional: true,
  },
  'AWS::Backup::LogicallyAirGappedBackupVault': {
    service: 'backup',
    authority: 'either',
    resourceControl: false,
    requestArns: vaultAndPoints,
    regional: true,
  },
  'AWS::DynamoDB::Table': {
    service: 'dynamodb',
    authority: 'either',
    resourceControl: true,
    requestArns: (arn) => [arn, `${arn}/*`],
    regional: true,
  },
  'AWS::CloudTrail::Trail': {
    service: 'cloudtrail',
    authority: 'either',
    resourceControl: false,
    requestArns: itself,
    regional: true,
  },
};

/** Endpoint service that requests for a type of resource pass. */
export const endpointService: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'kms',
  'AWS::S3::Bucket': 's3',
  'AWS::S3::AccessPoint': 's3',
};
