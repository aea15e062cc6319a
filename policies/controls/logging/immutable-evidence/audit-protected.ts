import { exceptNamedRolesOfAnyAccount } from '../../condition-shapes';
import { guardrailDeny } from '../../guardrail-deny';

const actions = [
  'cloudtrail:DeleteTrail',
  'cloudtrail:PutEventSelectors',
  'cloudtrail:StopLogging',
  'cloudtrail:UpdateTrail',
  'ec2:DeleteFlowLogs',
  'logs:DeleteLogGroup',
  'logs:DeleteLogStream',
  'logs:PutRetentionPolicy',
  'organizations:LeaveOrganization',
];
const hard = ['s3:BypassGovernanceRetention'];
const deploy = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/cdk-closedroom-cfn-exec-role-*' } };

export const auditProtected = guardrailDeny({
  name: 'audit-protected',
  expected:
    'an SCP denies stopping, deleting or thinning out trails, log groups and flow logs to all but the deploy role',
  mend: `deny ${actions.join(', ')} with ArnNotLike aws:PrincipalArn naming the deploy role; deny s3:BypassGovernanceRetention to everyone`,
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [
    { actions, trigger: [], exempting: [exceptNamedRolesOfAnyAccount] },
    { actions: hard, trigger: [], exempting: [] },
  ],
  good: { 'but for the deploy role': [{ Action: actions, Condition: deploy }, { Action: hard }] },
  bad: {
    'a bypass stays': [{ Action: actions, Condition: deploy }],
    'stopping stays': [
      { Action: actions.filter((action) => !action.includes('Stop')), Condition: deploy },
      { Action: hard },
    ],
    'every role exempt': [
      { Action: actions, Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } } },
      { Action: hard },
    ],
    'one trail only': [
      { Action: actions, Resource: 'arn:aws:cloudtrail:*:*:trail/x', Condition: deploy },
      { Action: hard },
    ],
  },
});
