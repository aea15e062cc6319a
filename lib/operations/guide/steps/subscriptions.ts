import { roleArn, topicArn } from '../../../constructs/arns.ts';
import { alertTopicName, environmentRoleName, pipelineRoleName } from '../../../model/names.ts';
import { aws } from '../commands.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { GuideStep } from '../guide.ts';
import { shellCommand, variable } from '../shell-command.ts';

/** Step: people who hear of alarms. */
export function subscriptions(deployment: FirstDeployment): GuideStep {
  const { accounts, home, organization, vendor } = deployment;
  const { account, partition, region } = home;
  const topic = alertTopicName(vendor.vendor);
  const inSecurity = topicArn({ partition, account: accounts.security.id, region }, topic);
  const deployer = { ...accounts.vendor, profile: `${accounts.vendor.profile}-deploy` };
  const set = (key: string, value: string): string =>
    shellCommand('aws', 'configure', 'set', key, value, '--profile', deployer.profile);
  const stack = `${vendor.vendor}-AlertSubscription`;
  return {
    title: 'Subscriptions to alarms',
    why:
      "A topic without a subscription tells nobody. In the vendor's account the guardrails let the deployment alone subscribe, " +
      'so a small stack does it, through the deployment role.',
    commands: [
      { lines: ["printf 'Address for alarms: '; read -r alarms_to"] },
      {
        remark: 'In the security account: kill switch and breach clock.',
        lines: [
          aws(
            accounts.security,
            region,
            'sns',
            'subscribe',
            '--topic-arn',
            inSecurity,
            '--protocol',
            'email',
            '--notification-endpoint',
            variable('alarms_to'),
          ),
        ],
      },
      {
        remark: "In the vendor's account: tripwires, connections, restores.",
        lines: [
          set('role_arn', roleArn(home, pipelineRoleName(organization.bootstrapQualifier, account, region))),
          set('source_profile', accounts.vendor.profile),
          aws(
            deployer,
            region,
            'cloudformation',
            'create-stack',
            '--stack-name',
            stack,
            '--enable-termination-protection',
            '--role-arn',
            roleArn(home, environmentRoleName(organization.roles.deploy, account, region)),
            '--template-body',
            JSON.stringify(template(topicArn(home, topic))),
            '--parameters',
            variable('alarms_to', ['ParameterKey=Address,ParameterValue=', '']),
          ),
          aws(deployer, region, 'cloudformation', 'wait', 'stack-create-complete', '--stack-name', stack),
        ],
      },
      {
        remark:
          'After the link in each message was followed, each prints an ARN and not PendingConfirmation:',
        lines: [
          [accounts.security, inSecurity] as const,
          [accounts.vendor, topicArn(home, topic)] as const,
        ].map(([where, arn]) =>
          aws(
            where,
            region,
            'sns',
            'list-subscriptions-by-topic',
            '--topic-arn',
            arn,
            '--query',
            'Subscriptions[].SubscriptionArn',
          ),
        ),
      },
    ],
    check: ['Both subscriptions are confirmed. Messages carry ids, not names.'],
  };
}

const template = (topic: string) => ({
  Parameters: { Address: { Type: 'String' } },
  Resources: {
    Alarms: {
      Type: 'AWS::SNS::Subscription',
      Properties: { TopicArn: topic, Protocol: 'email', Endpoint: { Ref: 'Address' } },
    },
  },
});
