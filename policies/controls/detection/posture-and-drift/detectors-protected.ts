import { exceptNamedRolesOfAnyAccount } from '../../condition-shapes';
import { guardrailDeny } from '../../guardrail-deny';

const actions = [
  'access-analyzer:DeleteAnalyzer',
  'config:DeleteConfigurationRecorder',
  'config:DeleteDeliveryChannel',
  'config:StopConfigurationRecorder',
  'guardduty:DeleteDetector',
  'guardduty:DisassociateFromAdministratorAccount',
  'guardduty:UpdateDetector',
  'macie2:DisableMacie',
  'securityhub:DisableSecurityHub',
];
const deploy = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/cdk-closedroom-cfn-exec-role-*' } };

export const detectorsProtected = guardrailDeny({
  name: 'detectors-protected',
  expected:
    'an SCP denies switching off Config, GuardDuty, Macie, Security Hub and Access Analyzer to all but the deploy role',
  mend: `deny ${actions.join(', ')} with ArnNotLike aws:PrincipalArn naming the deploy role`,
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [{ actions, trigger: [], exempting: [exceptNamedRolesOfAnyAccount] }],
  good: { 'but for the deploy role': [{ Action: actions, Condition: deploy }] },
  bad: {
    'GuardDuty may go': [
      { Action: actions.filter((action) => !action.startsWith('guardduty')), Condition: deploy },
    ],
    'every role exempt': [{ Action: actions, Condition: { ArnNotLike: { 'aws:PrincipalArn': '*' } } }],
  },
});
