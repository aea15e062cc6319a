import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { exceptRoles } from '../../../authoring/deny/condition-shapes.ts';
import { bootstrapRoleArn, roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { vendorName } from '../../../template/names.ts';

/**
 * Beside the settings of every bucket: what tells others about its content. S3 takes no actions on access points in a bucket
 * policy, and what comes through an access point meets the bucket's policy as well.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html.
 */
const actions = ['s3:PutAnalyticsConfiguration', 's3:PutInventoryConfiguration'];
const deploy = { ArnNotEquals: { 'aws:PrincipalArn': bootstrapRoleArn('cfn-exec', '100000000003') } };

export const check = bucketDeny({
  control: 'LPO-LOG-02',
  name: 'log-bucket-settings-fixed',
  expected:
    'the policy of a log bucket denies exports of its inventory and analytics to all but the deploy role',
  fix: `deny ${actions.join(', ')} with ArnNotEquals aws:PrincipalArn naming the deploy role`,
  kinds: ['trail', 'config', 'evidence', 'access'],
  on: 'bucket',
  deny: { actions, trigger: [], exempting: [exceptRoles('deploy')] },
  good: { 'but for the deploy role': { Action: actions, Condition: deploy } },
  bad: {
    'inventories stay open': { Action: actions.slice(0, 1), Condition: deploy },
    'but for another role': {
      Action: actions,
      Condition: {
        ArnNotEquals: { 'aws:PrincipalArn': roleArn(vendorName('meridian', 'logReader'), '100000000003') },
      },
    },
  },
});
