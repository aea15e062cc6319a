import type { Authority } from '../access/access-case';

/** What the prover needs to know about a service; the core itself knows none by name. */
export interface ServiceFacts {
  /** How the resource's own policy counts. */
  readonly authority: Authority;
  /** Whether resource control policies reach it. */
  readonly resourceControl: boolean;
  /** ARNs that requests name, from the ARN of the resource. */
  readonly requestArns: (arn: string) => readonly string[];
  /** Whether every request carries the region of the resource. */
  readonly regional: boolean;
}

const itself = (arn: string): readonly string[] => [arn];

/**
 * By CloudFormation type.
 * Sources: KMS Developer Guide "Key policies"; IAM User Guide "Policy evaluation logic"; Organizations User
 * Guide "Resource control policies", list of supported services; Service Authorization Reference for ARNs.
 */
export const serviceFacts: Readonly<Record<string, ServiceFacts>> = {
  'AWS::KMS::Key': { authority: 'resource', resourceControl: true, requestArns: itself, regional: true },
  'AWS::S3::Bucket': {
    authority: 'either',
    resourceControl: true,
    requestArns: (arn) => [arn, `${arn}/*`],
    regional: true,
  },
  'AWS::S3::AccessPoint': {
    authority: 'either',
    resourceControl: true,
    requestArns: (arn) => [arn, `${arn}/object/*`],
    regional: true,
  },
  'AWS::IAM::Role': { authority: 'resource', resourceControl: true, requestArns: itself, regional: false },
  'AWS::SNS::Topic': { authority: 'either', resourceControl: false, requestArns: itself, regional: true },
  'AWS::SQS::Queue': { authority: 'either', resourceControl: true, requestArns: itself, regional: true },
  'AWS::Lambda::Function': {
    authority: 'either',
    resourceControl: false,
    requestArns: (arn) => [arn, `${arn}:*`],
    regional: true,
  },
  'AWS::SecretsManager::Secret': {
    authority: 'either',
    resourceControl: true,
    requestArns: (arn) => [`${arn}*`],
    regional: true,
  },
  'AWS::Logs::LogGroup': {
    authority: 'either',
    resourceControl: true,
    requestArns: (arn) => [arn.replace(/:\*$/, ''), arn],
    regional: true,
  },
  'AWS::Backup::BackupVault': {
    authority: 'either',
    resourceControl: false,
    requestArns: itself,
    regional: true,
  },
  'AWS::Backup::LogicallyAirGappedBackupVault': {
    authority: 'either',
    resourceControl: false,
    requestArns: itself,
    regional: true,
  },
  'AWS::DynamoDB::Table': {
    authority: 'either',
    resourceControl: true,
    requestArns: (arn) => [arn, `${arn}/*`],
    regional: true,
  },
  'AWS::CloudTrail::Trail': {
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
