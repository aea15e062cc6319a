import { exceptRoles } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { bootstrapRoleArn } from '../../../authoring/fixtures/role-arn.ts';

const never = [
  'backup:DeleteBackupVault*',
  'backup:DeleteRecoveryPoint',
  'backup:DisassociateRecoveryPoint*',
  'backup:UpdateGlobalSettings',
  'backup:UpdateRecoveryPointLifecycle',
  'backup:UpdateRegionSettings',
];
const settings = [
  'backup:CreateBackup*',
  'backup:CreateRestoreTesting*',
  'backup:DeleteBackup*',
  'backup:DeleteRestoreTesting*',
  'backup:PutBackupVault*',
  'backup:StartBackupJob',
  'backup:StartCopyJob',
  'backup:StopBackupJob',
  'backup:UpdateBackupPlan',
  'backup:UpdateRestoreTesting*',
];
const deploy = { ArnNotLike: { 'aws:PrincipalArn': bootstrapRoleArn() } };
const whole = [{ Action: never }, { Action: settings, Condition: deploy }];

export const check = guardrailDeny({
  control: 'LPO-RES-01',
  name: 'backups-governed-by-deployment',
  expected:
    'an SCP denies deleting backups to everyone, and making, copying, testing and stopping them to all but the deploy role',
  fix: 'add both denies',
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [
    { actions: never, trigger: [], exempting: [] },
    { actions: settings, trigger: [], exempting: [exceptRoles('deploy')] },
  ],
  good: { whole },
  bad: {
    'plans may change': whole.slice(0, 1),
    'recovery points may go': [
      { Action: never.filter((action) => !action.includes('RecoveryPoint')) },
      ...whole.slice(1),
    ],
    'but for the deploy role': [{ Action: never, Condition: deploy }, ...whole.slice(1)],
  },
});
