import { Template } from 'aws-cdk-lib/assertions';
import { RecoveryStack } from '../../../lib/stacks/recovery-stack.ts';
import { app } from '../../support/app.ts';
import { exampleOrganization, exampleVendor } from '../../support/configuration.ts';
import { nagFindings, staleAcknowledgements } from '../../support/nag.ts';
import { denials, grants } from '../../support/policy-evaluator.ts';
import { policyOf } from '../../support/template-policies.ts';

const organization = exampleOrganization();
const vendor = exampleVendor('luzon');
const env = { account: organization.accounts.backup, region: 'us-west-2' };
const stack = new RecoveryStack(app(), 'Recovery', { env, organization, vendor });
const template = Template.fromStack(stack);
const vault = policyOf(stack, 'AWS::Backup::BackupVault', 'AccessPolicy', () => true);
const key = policyOf(stack, 'AWS::KMS::Key', 'KeyPolicy', () => true);

const inVendor = (name: string) => `arn:aws:iam::200000000002:role/${name}`;
const backup = inVendor('lpo-luzon-m-c90e15-backup');
const deploy = 'arn:aws:iam::100000000004:role/cdk-closedroom-cfn-exec-role-100000000004-us-west-2';
const admin = 'arn:aws:iam::100000000004:role/Administrator';
const outsiders = [
  inVendor('lpo-luzon-m-c90e15-reviewer'),
  backup.replace('200000000002', '200000000001'),
  admin,
];
const by = (principal: string, more: Record<string, string | string[]> = {}) => ({
  principal,
  context: { 'aws:PrincipalArn': principal, ...more },
});

test('the vault is locked for good three days after it is made', () => {
  template.hasResource('AWS::Backup::BackupVault', {
    DeletionPolicy: 'Retain',
    Properties: {
      BackupVaultName: 'lpo-luzon-copy',
      LockConfiguration: { MinRetentionDays: 30, ChangeableForDays: 3 },
    },
  });
  template.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Retain' });
});

test("takes copies from the vendor's backup roles and from nobody else", () => {
  const copyIn = (principal: string) =>
    grants(vault, { ...by(principal), action: 'backup:CopyIntoBackupVault' });
  expect(copyIn(backup)).toEqual(['NamedRolesCopyIn']);
  for (const outsider of outsiders) expect(copyIn(outsider)).toEqual([]);
});

test.each(['backup:DeleteRecoveryPoint', 'backup:DeleteBackupVault', 'backup:UpdateRecoveryPointLifecycle'])(
  '%s: nobody',
  (action) => {
    for (const principal of [backup, deploy, ...outsiders]) {
      expect(denials(vault, { ...by(principal), action })).toEqual(['NobodyDeletes']);
    }
  },
);

test('the access policy is the deployment’s', () => {
  const put = (principal: string) =>
    denials(vault, { ...by(principal), action: 'backup:PutBackupVaultAccessPolicy' });
  expect(put(deploy)).toEqual([]);
  for (const principal of [backup, ...outsiders]) expect(put(principal)).not.toEqual([]);
});

test("copies return to the vendor's own vault only", () => {
  const copyTo = (targets: Record<string, string[]>) =>
    denials(vault, { ...by(admin, targets), action: 'backup:CopyFromBackupVault' });
  const primary = 'arn:aws:backup:us-east-1:200000000002:backup-vault:lpo-luzon-primary';
  expect(copyTo({ 'backup:CopyTargets': [primary] })).toEqual([]);
  expect(copyTo({ 'backup:CopyTargets': [primary.replace('luzon', 'meridian')] })).toEqual([
    'CopiesGoToOneVault',
  ]);
  expect(copyTo({})).toEqual(['CopiesNameTheirTarget']);
});

test('no action of a vault policy is a wildcard: AWS Backup refuses them', () => {
  const actions = vault.Statement.flatMap(({ Action }) => Action ?? []);
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => action.includes('*'))).toEqual([]);
});

test('the key works through AWS Backup only, and nobody can destroy it', () => {
  const viaBackup = { 'kms:ViaService': 'backup.us-west-2.amazonaws.com' };
  const use = (principal: string, action: string, more: Record<string, string> = {}) =>
    grants(key, { ...by(principal, more), action });
  expect(use(backup, 'kms:GenerateDataKey', viaBackup)).toHaveLength(1);
  expect(use(deploy, 'kms:CreateGrant', { ...viaBackup, 'kms:GrantIsForAWSResource': 'true' })).toHaveLength(
    1,
  );
  for (const principal of [backup, deploy, ...outsiders]) {
    expect(use(principal, 'kms:Decrypt')).toEqual([]);
    expect(use(principal, 'kms:CreateGrant', viaBackup)).toEqual([]);
    expect(use(principal, 'kms:ScheduleKeyDeletion', viaBackup)).toEqual([]);
    expect(use(principal, 'kms:DisableKey', viaBackup)).toEqual([]);
  }
});

test('nothing found by the packs, nothing acknowledged in vain', () => {
  expect(nagFindings(stack)).toEqual([]);
  expect(staleAcknowledgements(stack)).toEqual([]);
});

describe('the way back', () => {
  const copyBack = 'arn:aws:iam::100000000004:role/lpo-luzon-copy-back';
  const primary = 'arn:aws:backup:us-east-1:200000000002:backup-vault:lpo-luzon-primary';
  const point = 'arn:aws:backup:us-west-2:100000000004:recovery-point:1';
  const named = (sid: string) =>
    policyOf(
      stack,
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      (properties) =>
        properties.ManagedPolicyName === undefined && JSON.stringify(properties).includes(`"Sid":"${sid}"`),
    );
  const operator = named('Start');
  const service = named('From');
  const copy = (targets: string[]) =>
    grants(service, {
      action: 'backup:CopyFromBackupVault',
      resource: point,
      context: { 'backup:CopyTargets': targets },
    });

  test('leads into the vendor’s own vault and nowhere else', () => {
    expect(copy([primary])).toEqual(['From']);
    expect(copy([primary.replace('primary', 'copy')])).toEqual([]);
    const into = (resource: string) =>
      grants(service, { action: 'backup:CopyIntoBackupVault', resource, context: {} });
    expect(into(primary)).toEqual(['Into']);
    expect(into(primary.replaceAll('luzon', 'meridian'))).toEqual([]);
    expect(
      denials(vault, {
        ...by(copyBack, { 'backup:CopyTargets': [primary] }),
        action: 'backup:CopyFromBackupVault',
      }),
    ).toEqual([]);
  });

  test('is started by a person with fresh MFA from the security account, who passes one role to AWS Backup', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'lpo-luzon-copy-operator',
      MaxSessionDuration: 3600,
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Condition: {
              Bool: { 'aws:MultiFactorAuthPresent': 'true' },
              NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
            },
          },
        ],
      },
    });
    const pass = (resource: string, to: string) =>
      grants(operator, { action: 'iam:PassRole', resource, context: { 'iam:PassedToService': to } });
    expect(pass(copyBack, 'backup.amazonaws.com')).toEqual(['PassOneRole']);
    expect(pass(copyBack, 'ec2.amazonaws.com')).toEqual([]);
    expect(pass(admin, 'backup.amazonaws.com')).toEqual([]);
  });

  test.each([
    'backup:StartRestoreJob',
    'backup:DeleteRecoveryPoint',
    'backup:PutBackupVaultAccessPolicy',
    's3:GetObject',
  ])('has no %s', (action) => {
    for (const policy of [operator, service]) {
      const actions = policy.Statement.flatMap(({ Action }) => Action ?? []);
      expect(actions).not.toContain(action);
    }
  });
});
