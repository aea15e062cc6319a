import { exceptRoles } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';

const actions = [
  'access-analyzer:CreateArchiveRule',
  'access-analyzer:Delete*',
  'cloudwatch:DeleteAlarms',
  'cloudwatch:DisableAlarmActions',
  'config:Delete*',
  'config:Put*',
  'config:Stop*',
  'guardduty:Create*',
  'guardduty:Delete*',
  'guardduty:Disassociate*',
  'guardduty:Update*',
  'macie2:Disable*',
  'macie2:Update*',
  'securityhub:Disable*',
];
const deploy = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/cdk-closedroom-cfn-exec-role-*' } };

export const check = guardrailDeny({
  control: 'LPO-DET-01',
  name: 'detectors-protected',
  expected:
    'an SCP denies switching off Config, GuardDuty, Macie, Security Hub and Access Analyzer to all but the deploy role',
  fix: `deny ${actions.join(', ')} with ArnNotLike aws:PrincipalArn naming the deploy role`,
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [{ actions, trigger: [], exempting: [exceptRoles('deploy')] }],
  good: { 'but for the deploy role': [{ Action: actions, Condition: deploy }] },
  bad: {
    'GuardDuty may go': [
      { Action: actions.filter((action) => !action.startsWith('guardduty')), Condition: deploy },
    ],
    'every role exempt': [{ Action: actions, Condition: { ArnNotLike: { 'aws:PrincipalArn': '*' } } }],
  },
});
