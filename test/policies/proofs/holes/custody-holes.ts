import { removeStatement, statement } from './garden';
import type { Hole } from './hole';
import {
  account,
  allow,
  bucketPolicy,
  control,
  custodian,
  deployment,
  keyPolicy,
  matterStack,
  one,
  personRole,
  role,
} from './places';

const trail = 'trail-cannot-be-stopped';
const logs = 'log-archive-is-out-of-reach';
const roles = 'roles-open-to-their-people-only';
const escalate = 'roles-cannot-escalate';
const archive = 'meridian/LogArchive';

export const custodyHoles: readonly Hole[] = [
  {
    name: 'the deployment may disable keys',
    refutes: 'only-custodians-disable-keys',
    bare: true,
    plant: (garden) => {
      statement(keyPolicy(garden), 'DeploymentAdministersWithoutUse').Action.push('kms:Disable*');
    },
    culprit: /DeploymentAdministersWithoutUse \(resource policy\)/,
  },
  {
    name: 'the account may schedule deletion',
    refutes: 'only-custodians-disable-keys',
    bare: true,
    plant: (garden) => {
      statement(keyPolicy(garden), 'SettingsAreReadable').Action.push('kms:ScheduleKeyDeletion');
    },
    culprit: /SettingsAreReadable \(resource policy\)/,
  },
  {
    name: 'the custodian may change the key policy',
    refutes: 'only-deployment-changes-key-policies',
    bare: true,
    plant: (garden) => {
      keyPolicy(garden).Statement.push(allow({ AWS: custodian }, 'kms:Put*'));
      delete garden.find('meridian/Access', 'AWS::IAM::Role', 'lpo-meridian-key-custodian')
        .PermissionsBoundary;
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'a person may lend the key out',
    refutes: 'only-deployment-changes-key-policies',
    bare: true,
    plant: (garden) => {
      keyPolicy(garden).Statement.push(allow({ AWS: deployment }, 'kms:CreateGrant'));
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'the guardrail forgets StopLogging',
    refutes: trail,
    plant: (garden) => {
      const deny = statement(control(garden, 'audit-protection').Content, 'NobodyUndoes');
      deny.Action = deny.Action.filter((action: string) => action !== 'cloudtrail:StopLogging');
    },
    culprit: /NobodyUndoes.*its action does not match/,
  },
  {
    name: 'the exemption for the deployment has a wildcard',
    refutes: trail,
    plant: (garden) => {
      statement(
        control(garden, 'audit-protection').Content,
        'OnlyDeploymentChangesAudit',
      ).Condition.ArnNotLike['aws:PrincipalArn'] = 'arn:aws:iam::*:role/*';
    },
    culprit: /OnlyDeploymentChangesAudit.*ArnNotLike/,
  },
  {
    name: 'the guardrail is attached to another account',
    refutes: trail,
    plant: (garden) => {
      control(garden, 'audit-protection').TargetIds = ['200000000009'];
    },
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'the guardrail is not attached',
    refutes: trail,
    plant: (garden) => {
      delete control(garden, 'audit-protection').TargetIds;
    },
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'nothing forbids deleting logs',
    refutes: logs,
    plant: (garden) => {
      removeStatement(
        garden.find(archive, 'AWS::S3::BucketPolicy', 'TrailPolicy').PolicyDocument,
        'NobodyDeletes',
      );
    },
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'versions of logs can be deleted',
    refutes: logs,
    plant: (garden) => {
      const document = garden.find(archive, 'AWS::S3::BucketPolicy', 'TrailPolicy').PolicyDocument;
      statement(document, 'NobodyDeletes').Action = ['s3:DeleteObject'];
    },
    culprit: /NobodyDeletes.*its action does not match/,
  },
  {
    name: 'anyone may expire the logs by a lifecycle rule',
    refutes: logs,
    plant: (garden) => {
      const deny = statement(
        garden.find(archive, 'AWS::S3::BucketPolicy', 'TrailPolicy').PolicyDocument,
        'SettingsBelongToTheDeployment',
      );
      deny.Action = deny.Action.filter((action: string) => action !== 's3:PutLifecycleConfiguration');
    },
    culprit: /SettingsBelongToTheDeployment.*its action does not match/,
  },
  {
    name: 'every role of the archive account may read the logs',
    refutes: logs,
    plant: (garden) => {
      statement(
        garden.find(archive, 'AWS::S3::BucketPolicy', 'TrailPolicy').PolicyDocument,
        'OnlyTheReaderReads',
      ).Condition = {
        ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::100000000003:role/*' },
      };
    },
    culprit: /OnlyTheReaderReads.*ArnNotLike/,
  },
  {
    name: 'retention can be bypassed',
    refutes: 'retention-cannot-be-shortened',
    bare: true,
    plant: (garden) => {
      removeStatement(bucketPolicy(garden), 'NobodyBypassesRetention');
    },
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'everyone may shorten a hold',
    refutes: 'retention-cannot-be-shortened',
    bare: true,
    plant: (garden) => {
      statement(bucketPolicy(garden), 'RetentionBelongsToTheAdministrator').Condition = {
        ArnNotLike: { 'aws:PrincipalArn': role('lpo-*') },
      };
      for (const sid of [
        'OnlyThisMattersRoles',
        'OnlyThroughTheEndpoint',
        'OnlyWithMfa',
        'OnlyTaggedWithThisMatter',
      ]) {
        removeStatement(bucketPolicy(garden), sid);
      }
    },
    culprit: /RetentionBelongsToTheAdministrator.*ArnNotLike/,
  },
  {
    name: 'a lawyer may pass roles',
    refutes: escalate,
    plant: (garden) => {
      const deny = statement(control(garden, 'audit-protection').Content, 'OnlyDeploymentPassesRoles');
      deny.Condition.ArnNotLike['aws:PrincipalArn'].push(role('lpo-*-supervising-lawyer'));
      const person = personRole(garden, 'supervising-lawyer');
      delete person.PermissionsBoundary;
      person.Policies = [
        {
          PolicyName: 'planted',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: { Sid: 'Planted', Effect: 'Allow', Action: 'iam:Pass*', Resource: '*' },
          },
        },
      ];
    },
    culprit: /Planted \(identity policy\).*Policies\[0\]/,
  },
  {
    name: 'the guardrail forgets trust policies',
    refutes: escalate,
    plant: (garden) => {
      const deny = statement(control(garden, 'audit-protection').Content, 'OnlyDeploymentWritesIdentities');
      deny.Action = deny.Action.filter((action: string) => action !== 'iam:Update*');
    },
    culprit: /OnlyDeploymentWritesIdentities.*its action does not match/,
  },
  {
    name: 'the guardrail forgets bucket policies',
    refutes: escalate,
    plant: (garden) => {
      const { Content: content } = control(garden, 'resource-perimeter');
      for (const sid of ['OnlyDeploymentOpensResources', 'OnlyServicesAndDeploymentSendEvents']) {
        const deny = statement(content, sid);
        deny.Action = deny.Action.filter((action: string) => !action.startsWith('s3:PutBucket'));
      }
    },
    culprit: /OnlyDeploymentOpensResources.*its action does not match/,
  },
  {
    name: 'the guardrail forgets routes',
    refutes: escalate,
    plant: (garden) => {
      const deny = statement(control(garden, 'resource-perimeter').Content, 'OnlyDeploymentChangesPaths');
      deny.Action = deny.Action.filter((action: string) => action !== 'ec2:CreateRoute*');
    },
    culprit: /OnlyDeploymentChangesPaths.*its action does not match/,
  },
  {
    name: 'Bool where BoolIfExists is needed: a grant that does not say what it is for',
    refutes: escalate,
    plant: (garden) => {
      const deny = statement(control(garden, 'audit-protection').Content, 'GrantsOnlyThroughServices');
      deny.Condition = { Bool: deny.Condition.BoolIfExists };
    },
    culprit: /GrantsOnlyThroughServices.*Bool kms:GrantIsForAWSResource false does not hold/,
  },
  {
    name: 'a role of a matter opens to another account',
    refutes: roles,
    plant: (garden) => {
      personRole(garden, 'reviewer').AssumeRolePolicyDocument.Statement.push({
        Sid: 'Planted',
        Effect: 'Allow',
        Principal: { AWS: '999999999999' },
        Action: 'sts:AssumeRole',
      });
    },
    culprit: /Planted \(resource policy\)/,
  },
  {
    name: 'a new role that another account may assume',
    refutes: roles,
    plant: (garden) => {
      garden.resources('meridian/Access').Visitor = {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'visitor',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: {
              Sid: 'Planted',
              Effect: 'Allow',
              Principal: { AWS: '999999999999' },
              Action: 'sts:AssumeRole',
            },
          },
        },
      };
    },
    culprit: /Planted \(resource policy\) meridian\/Access Visitor/,
  },
  {
    name: 'a role of a matter opens without MFA',
    refutes: roles,
    plant: (garden) => {
      const [trust] = personRole(garden, 'reviewer').AssumeRolePolicyDocument.Statement;
      delete trust.Condition.StringEquals['aws:RequestTag/lpo:mfa'];
    },
    culprit: /AssumeRolePolicyDocument\.Statement\[0\]/,
  },
  {
    name: 'session tags can override the tags of the role',
    refutes: roles,
    plant: (garden) => {
      const [trust] = personRole(garden, 'reviewer').AssumeRolePolicyDocument.Statement;
      delete trust.Condition['ForAllValues:StringEquals'];
    },
    culprit: /AssumeRolePolicyDocument\.Statement\[0\]/,
  },
  {
    name: 'ForAnyValue instead of ForAllValues lets further tags through',
    refutes: roles,
    plant: (garden) => {
      const [trust] = personRole(garden, 'reviewer').AssumeRolePolicyDocument.Statement;
      trust.Condition['ForAnyValue:StringEquals'] = trust.Condition['ForAllValues:StringEquals'];
      delete trust.Condition['ForAllValues:StringEquals'];
    },
    culprit: /AssumeRolePolicyDocument\.Statement\[0\]/,
  },
  {
    name: 'the service role of a matter opens to the account',
    refutes: roles,
    plant: (garden) => {
      const trust = garden.find(
        matterStack(one),
        'AWS::IAM::Role',
        `${one}-malware-scan`,
      ).AssumeRolePolicyDocument;
      trust.Statement.push({ Sid: 'Planted', Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:*' });
    },
    culprit: /Planted \(resource policy\)/,
  },
];
