import { roleArn, topicArn } from '../../../constructs/arns.ts';
import { alertTopicName, environmentRoleName, pipelineRoleName } from '../../../model/names.ts';
import { aws } from '../commands.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { CommandGroup, GuideStep } from '../guide.ts';
import { sh, variable } from '../shell-command.ts';

/** Variable of the address that alarms go to. */
const address = 'alarms_to';

/** Step: people who hear of alarms. */
export function subscriptions(deployment: FirstDeployment): GuideStep {
  const { accounts, home, vendor } = deployment;
  const name = alertTopicName(vendor.vendor);
  const topics = [
    { account: accounts.security, topic: topicArn({ ...home, account: accounts.security.id }, name) },
    { account: accounts.vendor, topic: topicArn(home, name) },
  ] as const;
  const [security, own] = topics;
  return {
    title: 'Subscriptions to alarms',
    why:
      "A topic without a subscription tells nobody. In the vendor's account the guardrails let the deployment alone subscribe, " +
      'so a small stack does it, through the deployment role.',
    commands: [
      {
        remark: 'Set it to an address that a person on duty reads:',
        lines: [`${address}="\${ALARMS_TO:?set ALARMS_TO to the address for alarms}"`],
      },
      {
        remark: 'In the security account: kill switch and breach clock.',
        lines: [
          aws(security.account, home.region)`sns subscribe --topic-arn ${security.topic} --protocol email
            --notification-endpoint ${variable(address)}`,
        ],
      },
      subscriptionStack(deployment, own.topic),
      {
        remark:
          'After the link in each message was followed, each prints an ARN and not PendingConfirmation:',
        lines: topics.map(
          ({ account, topic }) =>
            aws(account, home.region)`sns list-subscriptions-by-topic --topic-arn ${topic}
              --query ${'Subscriptions[].SubscriptionArn'}`,
        ),
      },
    ],
    check: ['Both subscriptions are confirmed. Messages carry ids, not names.'],
  };
}

/** A stack beside the app's, because an address is nothing that a template in a repository should name. */
function subscriptionStack(
  { accounts, home, organization, vendor }: FirstDeployment,
  topic: string,
): CommandGroup {
  const { account, region } = home;
  const profile = `${accounts.vendor.profile}-deploy`;
  const deployer = aws({ profile }, region);
  const pipeline = roleArn(home, pipelineRoleName(organization.bootstrapQualifier, account, region));
  const execution = roleArn(home, environmentRoleName(organization.roles.deploy, account, region));
  const stack = `${vendor.vendor}-AlertSubscription`;
  const template = {
    Parameters: { Address: { Type: 'String' } },
    Resources: {
      Alarms: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: topic, Protocol: 'email', Endpoint: { Ref: 'Address' } },
      },
    },
  };
  return {
    remark: "In the vendor's account: tripwires, connections, restores.",
    lines: [
      sh`aws configure set role_arn ${pipeline} --profile ${profile}`,
      sh`aws configure set source_profile ${accounts.vendor.profile} --profile ${profile}`,
      deployer`cloudformation create-stack --stack-name ${stack} --enable-termination-protection
        --role-arn ${execution} --template-body ${JSON.stringify(template)}
        --parameters ${variable(address, ['ParameterKey=Address,ParameterValue=', ''])}`,
      deployer`cloudformation wait stack-create-complete --stack-name ${stack}`,
    ],
  };
}
