import { exceptRoles } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { bootstrapRoleArn } from '../../../authoring/fixtures/role-arn.ts';

const never = [
  'cloudtrail:DeleteTrail',
  'cloudtrail:StopLogging',
  'logs:DeleteLogGroup',
  'logs:DeleteLogStream',
  'logs:DisassociateKmsKey',
  'organizations:LeaveOrganization',
  's3:BypassGovernanceRetention',
];
const deployment = [
  'cloudtrail:CreateTrail',
  'cloudtrail:Put*',
  'cloudtrail:RemoveTags',
  'cloudtrail:UpdateTrail',
  'ec2:DeleteFlowLogs',
  'logs:AssociateKmsKey',
  'logs:DeleteMetricFilter',
  'logs:DeleteResourcePolicy',
  'logs:DeleteRetentionPolicy',
  'logs:DeleteSubscriptionFilter',
  'logs:PutLogGroupDeletionProtection',
  'logs:PutResourcePolicy',
  'logs:PutRetentionPolicy',
  'logs:PutSubscriptionFilter',
  'route53resolver:Delete*',
  'route53resolver:Disassociate*',
  'route53resolver:Update*',
];
const deploy = { ArnNotLike: { 'aws:PrincipalArn': bootstrapRoleArn() } };
const whole = [{ Action: never }, { Action: deployment, Condition: deploy }];

export const check = guardrailDeny({
  control: 'LPO-LOG-02',
  name: 'audit-protected',
  expected:
    'an SCP denies stopping or deleting trails and logs to everyone, and changing trails, log groups, flow logs and DNS logs to all but the deploy role',
  fix: 'deny the first list without a condition, the second with ArnNotLike aws:PrincipalArn naming the deploy role',
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [
    { actions: never, trigger: [], exempting: [] },
    { actions: deployment, trigger: [], exempting: [exceptRoles('deploy')] },
  ],
  good: { whole },
  bad: {
    'changing stays open': whole.slice(0, 1),
    'stopping stays open': [
      { Action: never.filter((action) => !action.includes('Stop')) },
      ...whole.slice(1),
    ],
    'stopping by the deploy role': [{ Action: never, Condition: deploy }, ...whole.slice(1)],
    'every role exempt': [
      { Action: never },
      { Action: deployment, Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } } },
    ],
    'one trail only': [{ Action: never, Resource: 'arn:aws:cloudtrail:*:*:trail/x' }, ...whole.slice(1)],
  },
});
