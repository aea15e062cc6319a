import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { exceptRoles } from '../../../authoring/deny/condition-shapes.ts';
import { bootstrapRoleArn, roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { vendorName } from '../../../template/names.ts';

/** Beside the settings of every bucket: copies of the content and other ways to it. */
const actions = [
  's3:CreateAccessPoint',
  's3:DeleteAccessPoint',
  's3:PutAnalyticsConfiguration',
  's3:PutInventoryConfiguration',
];
const deploy = { ArnNotEquals: { 'aws:PrincipalArn': bootstrapRoleArn('cfn-exec', '100000000003') } };

export const check = bucketDeny({
  control: 'LPO-LOG-02',
  name: 'log-bucket-settings-fixed',
  expected:
    'the policy of a log bucket denies new access points and exports of its inventory to all but the deploy role',
  fix: `deny ${actions.join(', ')} with ArnNotEquals aws:PrincipalArn naming the deploy role`,
  kinds: ['trail', 'config', 'evidence', 'access'],
  on: 'bucket',
  deny: { actions, trigger: [], exempting: [exceptRoles('deploy')] },
  good: { 'but for the deploy role': { Action: actions, Condition: deploy } },
  bad: {
    'inventories stay open': { Action: actions.slice(0, 3), Condition: deploy },
    'but for another role': {
      Action: actions,
      Condition: {
        ArnNotEquals: { 'aws:PrincipalArn': roleArn(vendorName('meridian', 'logReader'), '100000000003') },
      },
    },
  },
});
