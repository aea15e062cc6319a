import { type Garden, type Json, removeStatement, statement } from './garden.ts';
import type { Hole } from './hole.ts';
import { allow, bucketPolicy, control, custodian, deployment, keyPolicy, role } from './places.ts';

const trail = 'trail-cannot-be-stopped';
const logs = 'log-archive-is-out-of-reach';
const archive = 'meridian/LogArchive';
const evidence = (garden: Garden): Json =>
  garden.find(archive, 'AWS::S3::BucketPolicy', 'EvidencePolicy').PolicyDocument;

export const keyCustodianHoles: readonly Hole[] = [
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
    name: 'the deployment may stop the trail',
    refutes: trail,
    plant: (garden) => {
      control(garden, 'deployment-limits').Content.Statement[0].NotAction.push('cloudtrail:StopLogging');
    },
    culprit:
      /TheDeploymentOnlyDeploys.*its action is excluded|TheDeploymentOnlyDeploys.*its action does not match/,
  },
  {
    name: 'the exemption for the deployment has a wildcard',
    refutes: trail,
    plant: (garden) => {
      const [building] = control(garden, 'building').Content.Statement;
      building.Condition.ArnNotLike['aws:PrincipalArn'] = 'arn:aws:iam::*:role/*';
    },
    culprit: /OnlyTheDeploymentBuilds.*ArnNotLike/,
  },
  {
    name: 'the guardrail is attached to another account',
    refutes: trail,
    plant: (garden) => {
      control(garden, 'building').TargetIds = ['200000000009'];
    },
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'the guardrail is not attached',
    refutes: trail,
    plant: (garden) => {
      delete control(garden, 'building').TargetIds;
    },
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'the deployment may delete recovery points',
    refutes: 'backups-cannot-be-deleted',
    plant: (garden) => {
      control(garden, 'deployment-limits').Content.Statement[0].NotAction.push('backup:DeleteRecoveryPoint');
    },
    culprit: /TheDeploymentOnlyDeploys.*its action does not match/,
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
    name: 'evidence can be replaced by a later version',
    refutes: logs,
    plant: (garden) => {
      removeStatement(evidence(garden), 'WrittenOnce');
    },
    culprit: /AreWritten \(resource policy\)/,
  },
  {
    name: 'everyone may add evidence',
    refutes: logs,
    plant: (garden) => {
      removeStatement(evidence(garden), 'OnlyTheWriterWrites');
    },
    culprit: /assumed: every action on every resource/,
  },
  {
    name: 'the kill switch may read evidence',
    refutes: logs,
    plant: (garden) => {
      statement(evidence(garden), 'OnlyTheReaderReads').Condition.ArnNotEquals['aws:PrincipalArn'].push(
        'arn:aws:iam::100000000002:role/lpo-meridian-kill-switch',
      );
      statement(evidence(garden), 'IncidentsAreWritten').Action.push('s3:GetObject');
      for (const policy of ['KillSwitchBoundary', 'KillSwitchHandlerPolicy'])
        statement(
          garden.find('meridian/KillSwitch', 'AWS::IAM::ManagedPolicy', policy).PolicyDocument,
          'EvidenceUnderHold',
        ).Action.push('s3:GetObject');
    },
    culprit: /IncidentsAreWritten \(resource policy\)/,
  },
  {
    name: 'the breach clock may write into the ledger',
    refutes: logs,
    plant: (garden) => {
      const everywhere = (document: Json, sid: string) => {
        const found = statement(document, sid);
        found.Resource = found.Resource.replace('clocks/*', '*');
      };
      everywhere(evidence(garden), 'ClocksAreWritten');
      for (const policy of ['BreachClockRolesBoundary', 'BreachClockHandlerPolicy'])
        everywhere(
          garden.find('meridian/BreachClock', 'AWS::IAM::ManagedPolicy', policy).PolicyDocument,
          'RecordOnce',
        );
    },
    culprit: /ClocksAreWritten \(resource policy\)/,
  },
  {
    name: 'the deployment may sign checkpoints',
    refutes: 'only-the-ledger-writer-signs',
    plant: (garden) => {
      statement(
        garden.find('meridian/Ledger', 'AWS::KMS::Key').KeyPolicy,
        'DeploymentAdministersWithoutUse',
      ).Action.push('kms:Sign');
    },
    culprit: /DeploymentAdministersWithoutUse \(resource policy\)/,
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
];
