import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { serviceActions } from '../../../../lib/constructs/access/boundaries.ts';
import { MatterBackup } from '../../../../lib/constructs/backup/matter-backup.ts';
import { VendorBackup } from '../../../../lib/constructs/backup/vendor-backup.ts';
import { app } from '../../../support/app.ts';
import { nagFindings, staleAcknowledgements } from '../../../support/nag.ts';
import { denials, grants } from '../../../support/policy-evaluator.ts';
import { policyOf } from '../../../support/template-policies.ts';

const copyVaultArn = 'arn:aws:backup:eu-west-2:100000000004:backup-vault:lpo-meridian-copy';
const bucketArn = 'arn:aws:s3:::lpo-meridian-m-7f3a9c-200000000001-eu-west-2';
const inAccount = (name: string) => `arn:aws:iam::200000000001:role/${name}`;
const backup = inAccount('lpo-meridian-m-7f3a9c-backup');
const custodian = inAccount('lpo-meridian-key-custodian');
const deploy = inAccount('deploy');
const objectives = { rpoHours: 24 } as const;
const matter = {
  ...{ vendor: 'meridian', matter: 'm-7f3a9c', bucketArn, retentionDays: 2192, copyVaultArn },
  objectives,
};
const by = (principal: string, more: Record<string, string | string[]> = {}) => ({
  principal,
  context: { 'aws:PrincipalArn': principal, ...more },
});

const emptyStack = () =>
  new Stack(app(), 'Backup', { env: { account: '200000000001', region: 'eu-west-2' } });
const stack = emptyStack();
new VendorBackup(stack, 'Vendor', {
  vendor: 'meridian',
  deployRoleArn: deploy,
  custodianRoleArn: custodian,
  copyVaultArn,
});
new MatterBackup(stack, 'Matter', matter);
const template = Template.fromStack(stack);

describe('the vault of the vendor', () => {
  const vault = policyOf(stack, 'AWS::Backup::BackupVault', 'AccessPolicy', () => true);
  const key = policyOf(stack, 'AWS::KMS::Key', 'KeyPolicy', () => true);

  test('is locked, kept, and copied to the copy vault only', () => {
    template.hasResource('AWS::Backup::BackupVault', {
      DeletionPolicy: 'Retain',
      Properties: {
        BackupVaultName: 'lpo-meridian-primary',
        LockConfiguration: { MinRetentionDays: 30, ChangeableForDays: 3 },
      },
    });
    const copyTo = (target: string) =>
      denials(vault, {
        ...by(backup, { 'backup:CopyTargets': [target] }),
        action: 'backup:CopyFromBackupVault',
      });
    expect(copyTo(copyVaultArn)).toEqual([]);
    expect(copyTo(copyVaultArn.replace('100000000004', '999999999999'))).toEqual(['CopiesGoToOneVault']);
    for (const principal of [backup, custodian, deploy]) {
      expect(denials(vault, { ...by(principal), action: 'backup:DeleteRecoveryPoint' })).toEqual([
        'NobodyDeletes',
      ]);
    }
  });

  test('takes no copies from elsewhere', () => {
    expect(grants(vault, { ...by(backup), action: 'backup:CopyIntoBackupVault' })).toEqual([]);
  });

  test('has a key that only the custodian retires, and only under full conditions', () => {
    const retire = (principal: string, more: Record<string, string>) =>
      grants(key, { ...by(principal, more), action: 'kms:ScheduleKeyDeletion' });
    expect(retire(custodian, { 'aws:PrincipalTag/lpo:mfa': 'true' })).toHaveLength(1);
    expect(retire(deploy, { 'aws:PrincipalTag/lpo:mfa': 'true' })).toEqual([]);
    expect(retire(backup, { 'aws:PrincipalTag/lpo:mfa': 'true' })).toEqual([]);
  });
});

describe('the backup of a matter', () => {
  const permissions = policyOf(stack, 'AWS::IAM::ManagedPolicy', 'PolicyDocument', () => true);
  const may = (action: string, resource: string) =>
    grants(permissions, { action, resource, context: {} }).length > 0;

  test('runs as often as its objective asks, keeps and copies for the days of the matter', () => {
    template.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          {
            TargetBackupVault: 'lpo-meridian-primary',
            ScheduleExpression: 'cron(0 2/12 * * ? *)',
            Lifecycle: { DeleteAfterDays: 2192 },
            CopyActions: [{ DestinationBackupVaultArn: copyVaultArn, Lifecycle: { DeleteAfterDays: 2192 } }],
          },
        ],
      },
    });
    template.hasResourceProperties('AWS::Backup::BackupSelection', {
      BackupSelection: { Resources: [bucketArn] },
    });
  });

  test('reads its own bucket and copies to its own vault', () => {
    expect(may('s3:GetObjectVersion', `${bucketArn}/work/a`)).toBe(true);
    expect(may('backup:CopyIntoBackupVault', copyVaultArn)).toBe(true);
    const other = bucketArn.replace('7f3a9c', '2be41d');
    expect(may('s3:GetObjectVersion', `${other}/work/a`)).toBe(false);
    expect(may('s3:PutInventoryConfiguration', other)).toBe(false);
    expect(may('backup:CopyIntoBackupVault', copyVaultArn.replace('meridian', 'luzon'))).toBe(false);
    for (const action of ['s3:PutObject', 's3:DeleteObject', 'backup:DeleteRecoveryPoint', 'iam:PassRole']) {
      expect(may(action, `${bucketArn}/work/a`)).toBe(false);
    }
  });

  test('uses one role that AWS Backup alone assumes, inside the service boundary', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'lpo-meridian-m-7f3a9c-backup',
      PermissionsBoundary: 'arn:aws:iam::200000000001:policy/lpo-meridian-service-boundary',
    });
    const trust = policyOf(stack, 'AWS::IAM::Role', 'AssumeRolePolicyDocument', () => true);
    const assume = (principal: string) => grants(trust, { principal, action: 'sts:AssumeRole', context: {} });
    expect(assume('backup.amazonaws.com')).toHaveLength(1);
    expect(assume(custodian)).toEqual([]);
    const actions = permissions.Statement.flatMap(({ Action }) => Action ?? []);
    expect(actions.filter((action) => !(serviceActions as readonly string[]).includes(action))).toEqual([]);
  });

  test('is refused when it would end before the lock allows', () => {
    expect(() => new MatterBackup(emptyStack(), 'Short', { ...matter, retentionDays: 29 })).toThrow(
      'retentionDays: got 29, expected at least 30.',
    );
  });
});

test('nothing found by the packs, nothing acknowledged in vain', () => {
  expect(nagFindings(stack)).toEqual([]);
  expect(staleAcknowledgements(stack)).toEqual([]);
});
