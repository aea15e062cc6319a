import { statement } from './garden.ts';
import type { Hole } from './hole.ts';
import {
  account,
  allow,
  bucket,
  bucketPolicy,
  custodian,
  deployment,
  keyPolicy,
  matterStack,
  one,
  other,
  personRole,
  reviewer,
  role,
} from './places.ts';

const documents = 'documents-are-read-by-their-matter-alone';
const keys = 'keys-are-used-by-their-matter-alone';

export const confidentialityHoles: readonly Hole[] = [
  {
    name: 'the list of allowed roles has a wildcard',
    refutes: documents,
    bare: true,
    plant: (garden) => {
      statement(bucketPolicy(garden), 'OnlyThisMattersRoles').Condition = {
        ArnNotLike: { 'aws:PrincipalArn': role('*') },
      };
    },
    culprit: /OnlyThisMattersRoles.*ArnNotLike/,
  },
  {
    name: '*Custodian as a role glob',
    refutes: documents,
    bare: true,
    plant: (garden) => {
      statement(bucketPolicy(garden), 'OnlyThisMattersRoles').Condition = {
        ArnNotLike: { 'aws:PrincipalArn': [reviewer(one), role('*custodian')] },
      };
    },
    culprit: /OnlyThisMattersRoles.*custodian/,
  },
  {
    name: 'the guard does not list reading',
    refutes: documents,
    bare: true,
    plant: (garden) => {
      const guard = statement(bucketPolicy(garden), 'OnlyThisMattersRoles');
      guard.Action = guard.Action.filter((action: string) => action !== 's3:GetObject*');
    },
    culprit: /OnlyThisMattersRoles.*its action does not match/,
  },
  {
    name: 'the guard is NotAction with s3:Get*',
    refutes: documents,
    bare: true,
    plant: (garden) => {
      const guard = statement(bucketPolicy(garden), 'OnlyThisMattersRoles');
      delete guard.Action;
      guard.NotAction = ['s3:Get*'];
    },
    culprit: /OnlyThisMattersRoles.*its action does not match/,
  },
  {
    name: 'the guard covers the bucket and not its objects',
    refutes: documents,
    bare: true,
    plant: (garden) => {
      statement(bucketPolicy(garden), 'OnlyThisMattersRoles').Resource = bucket(one);
    },
    culprit: /OnlyThisMattersRoles.*its resource does not match/,
  },
  {
    name: 'the guard covers objects of one folder',
    refutes: documents,
    bare: true,
    plant: (garden) => {
      statement(bucketPolicy(garden), 'OnlyThisMattersRoles').Resource = [
        bucket(one),
        `${bucket(one)}/work/*`,
      ];
    },
    culprit: /OnlyThisMattersRoles.*its resource does not match/,
  },
  {
    name: 'the guards exempt calls through AWS services',
    refutes: documents,
    bare: true,
    plant: (garden) => {
      for (const sid of ['OnlyThisMattersRoles', 'OnlyThroughTheEndpoint']) {
        statement(bucketPolicy(garden), sid).Condition.BoolIfExists = { 'aws:ViaAWSService': 'false' };
      }
    },
    culprit: /OnlyThisMattersRoles.*BoolIfExists aws:ViaAWSService false does not hold/,
  },
  {
    name: 'key administrators may do kms:Create*, which is CreateGrant',
    refutes: keys,
    plant: (garden) => {
      statement(keyPolicy(garden), 'DeploymentAdministersWithoutUse').Action.push('kms:Create*');
    },
    culprit: /DeploymentAdministersWithoutUse \(resource policy\)/,
  },
  {
    name: 'the key is left to the account (root kms:*)',
    refutes: keys,
    plant: (garden) => {
      keyPolicy(garden).Statement.push(allow({ AWS: `arn:aws:iam::${account}:root` }, 'kms:*'));
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'decryption is left to the account',
    refutes: keys,
    plant: (garden) => {
      statement(keyPolicy(garden), 'SettingsAreReadable').Action.push('kms:Decrypt');
    },
    culprit: /SettingsAreReadable \(resource policy\)/,
  },
  {
    name: 'another account may decrypt',
    refutes: keys,
    bare: true,
    plant: (garden) => {
      keyPolicy(garden).Statement.push(allow({ AWS: 'arn:aws:iam::999999999999:root' }, 'kms:Decrypt'));
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'a role of another account may decrypt',
    refutes: keys,
    bare: true,
    plant: (garden) => {
      keyPolicy(garden).Statement.push(
        allow({ AWS: 'arn:aws:iam::999999999999:role/reader' }, 'kms:Decrypt'),
      );
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'everyone whose call comes from the account',
    refutes: keys,
    plant: (garden) => {
      keyPolicy(garden).Statement.push(
        allow('*', 'kms:Decrypt', { StringEquals: { 'kms:CallerAccount': account } }),
      );
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'everyone in the organization',
    refutes: keys,
    bare: true,
    plant: (garden) => {
      keyPolicy(garden).Statement.push(
        allow({ AWS: '*' }, 'kms:Decrypt', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
      );
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'the custodian may do everything to the key',
    refutes: keys,
    bare: true,
    plant: (garden) => {
      keyPolicy(garden).Statement.push(allow({ AWS: custodian }, 'kms:*'));
      delete garden.find('meridian/Access', 'AWS::IAM::Role', 'lpo-meridian-key-custodian')
        .PermissionsBoundary;
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'the deployment may re-encrypt (kms:Re*)',
    refutes: keys,
    bare: true,
    plant: (garden) => {
      keyPolicy(garden).Statement.push(allow({ AWS: deployment }, 'KMS:re*'));
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'any AWS service may decrypt',
    refutes: keys,
    plant: (garden) => {
      keyPolicy(garden).Statement.push(allow({ Service: 'athena.amazonaws.com' }, 'kms:Decrypt'));
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'the reviewers of another matter are on the key, and its tag condition is gone',
    refutes: keys,
    plant: (garden) => {
      const use = statement(keyPolicy(garden), 'PeopleReadAndWriteThroughS3');
      use.Principal.AWS.push(reviewer(other));
      delete use.Condition.StringEquals['aws:PrincipalTag/lpo:matter'];
    },
    culprit: /PeopleReadAndWriteThroughS3 \(resource policy\)/,
  },
  {
    name: "a bucket encrypts with another matter's key",
    refutes: 'documents-lie-under-their-key',
    plant: (garden) => {
      const [rule] = garden.find(matterStack(one), 'AWS::S3::Bucket', 'DocumentsBucket').BucketEncryption
        .ServerSideEncryptionConfiguration;
      rule.ServerSideEncryptionByDefault.KMSMasterKeyID = 'arn:aws:kms:eu-west-2:200000000001:key/another';
    },
    culprit: /Documents.*BucketEncryption/,
  },
  {
    name: 'a bucket encrypts with the key of S3',
    refutes: 'documents-lie-under-their-key',
    plant: (garden) => {
      garden.find(
        matterStack(one),
        'AWS::S3::Bucket',
        'DocumentsBucket',
      ).BucketEncryption.ServerSideEncryptionConfiguration = [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
      ];
    },
    culprit: /Documents.*BucketEncryption/,
  },
  {
    name: 'a role of one matter is let into another',
    refutes: 'matters-are-walled',
    bare: true,
    plant: (garden) => {
      const document = bucketPolicy(garden, other);
      for (const sid of ['OnlyThisMattersRoles']) {
        statement(document, sid).Condition.ArnNotEquals['aws:PrincipalArn'].push(reviewer(one));
      }
      statement(document, 'OnlyTaggedWithThisMatter').Condition.StringNotEquals[
        'aws:PrincipalTag/lpo:matter'
      ] = [one, other];
      const policy = garden.find(matterStack(one), 'AWS::IAM::ManagedPolicy', 'PeoplereviewerPolicy');
      statement(policy.PolicyDocument, 'Read').Resource.push(`${bucket(other)}/*`);
    },
    culprit: /Read \(identity policy\)/,
  },
  {
    name: 'a role of one matter may use the key of another',
    refutes: 'matters-are-walled',
    plant: (garden) => {
      keyPolicy(garden, other).Statement.push(allow({ AWS: reviewer(one) }, 'kms:DescribeKey'));
      delete personRole(garden, 'reviewer').PermissionsBoundary;
    },
    culprit: /Planted \(resource policy\)/,
  },
];
