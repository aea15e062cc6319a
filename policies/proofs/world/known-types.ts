import { asText } from '../../../lib/model/as-text.ts';
import type { TemplateReader } from './template-reader.ts';

/** Families the prover reads completely: a type of them that is not listed below is a failure. */
const modelled = new Set([
  'AWS::IAM::Role',
  'AWS::IAM::User',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::SAMLProvider',
  'AWS::IAM::ServiceLinkedRole',
  'AWS::KMS::Key',
  'AWS::KMS::Alias',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::S3::AccessPoint',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SNS::Subscription',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::Lambda::Function',
  // Lets a service of the same account invoke a function: events-stay-in-the-account holds it to that.
  'AWS::Lambda::Permission',
  'AWS::SecretsManager::Secret',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::Organizations::Policy',
  'AWS::Backup::BackupVault',
  'AWS::Backup::LogicallyAirGappedBackupVault',
  'AWS::Backup::BackupPlan',
  'AWS::Backup::BackupSelection',
  // AWS Backup works with the roles these name, and the roles are read.
  'AWS::Backup::RestoreTestingPlan',
  'AWS::Backup::RestoreTestingSelection',
]);

/** Families in which a new type may open a way in or out. `AWS::EC2` is read by the network part. */
const guarded =
  /^AWS::(IAM|KMS|S3\w*|SNS|SQS|Lambda|SecretsManager|Organizations|Backup|RAM|SSO|RolesAnywhere|VpcLattice|NetworkManager|DirectConnect|GlobalAccelerator|CloudFront|ApiGateway\w*|Transfer)::/;

/** Unknown is never safe: a resource the prover would overlook is named. */
export function refuseUnknownTypes(reader: TemplateReader): void {
  for (const entry of reader.entries) {
    const { Type: type } = entry.resource;
    if (guarded.test(type) && !modelled.has(type)) {
      reader.fail('WORLD-TYPE', reader.place(entry), type, 'a type of resource the prover models');
    }
    for (const attribute of ['Condition', 'UpdateReplacePolicyCondition']) {
      if (entry.resource[attribute] !== undefined) {
        reader.fail(
          'WORLD-CONDITION',
          reader.place(entry, attribute),
          asText(entry.resource[attribute]),
          'a resource without a condition',
        );
      }
    }
  }
}
