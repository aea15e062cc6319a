import { each, type Resources, sum } from './need.ts';

// Stacks of a vendor that are the same for every vendor, by their ids.

export const breachClockResources: Resources = {
  'AWS::KMS::Key': 1,
  'AWS::KMS::Alias': 1,
  'AWS::IAM::Role': 3,
  'AWS::IAM::ManagedPolicy': 4,
  'AWS::Logs::LogGroup': 2,
  'AWS::Lambda::Function': 1,
  'AWS::StepFunctions::StateMachine': 1,
  'AWS::CloudWatch::Alarm': 4,
};

export const ledgerResources: Resources = sum(
  each(1, ['AWS::IAM::Role', 'AWS::KMS::Key', 'AWS::KMS::Alias']),
  { 'AWS::IAM::ManagedPolicy': 2 },
);

/** Buckets of the trail, Config, evidence, and access logs. */
export const logArchiveResources: Resources = sum(
  each(1, ['AWS::IAM::Role', 'AWS::KMS::Key', 'AWS::KMS::Alias']),
  { 'AWS::IAM::ManagedPolicy': 2 },
  each(4, ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy']),
);

export const recoveryResources: Resources = sum(
  each(1, ['AWS::KMS::Key', 'AWS::KMS::Alias', 'AWS::Backup::BackupVault']),
  { 'AWS::IAM::Role': 2, 'AWS::IAM::ManagedPolicy': 3 },
);

export const auditResources: Resources = each(1, [
  'AWS::KMS::Key',
  'AWS::KMS::Alias',
  'AWS::Logs::LogGroup',
  'AWS::IAM::Role',
  'AWS::IAM::ManagedPolicy',
  'AWS::CloudTrail::Trail',
]);

export const logsResources: Resources = sum(
  each(1, ['AWS::KMS::Key', 'AWS::KMS::Alias', 'AWS::S3::Bucket', 'AWS::S3::BucketPolicy']),
  { 'AWS::Logs::LogGroup': 5, 'AWS::Logs::ResourcePolicy': 2 },
);

export const alertsResources: Resources = each(1, [
  'AWS::IAM::Role',
  'AWS::IAM::ManagedPolicy',
  'AWS::KMS::Key',
  'AWS::KMS::Alias',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
]);

export const connectResources: Resources = sum(
  each(1, [
    'AWS::KMS::Key',
    'AWS::KMS::Alias',
    'AWS::S3::Bucket',
    'AWS::S3::BucketPolicy',
    'AWS::Events::Rule',
    'AWS::Lambda::Permission',
  ]),
  each(2, [
    'AWS::Logs::LogGroup',
    'AWS::IAM::Role',
    'AWS::IAM::ManagedPolicy',
    'AWS::Lambda::Function',
    'AWS::CloudWatch::Alarm',
  ]),
);
