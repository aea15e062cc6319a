import type { Job, Task } from '../proofs/work/job.ts';

export const job: Job = {
  id: 'deployment-subscribes-to-alerts',
  title:
    'Somebody hears the alerts of a workspace: the deployment, and it alone there, subscribes to the topic',
  controls: ['LPO-INC-01'],
  tasks: ({ world }) =>
    world.resources
      .filter(({ type, account }) => type === 'AWS::SNS::Topic' && account === world.account)
      .flatMap(({ arn, account, region }) =>
        world.deployers
          .filter((deployer) => deployer.account === account && deployer.region === region)
          .map(
            (deployer): Task => ({
              does: 'subscribes to alerts',
              who: { kind: 'deployment', arn: deployer.arn },
              actions: ['sns:Subscribe', 'sns:Unsubscribe', 'sns:ListSubscriptionsByTopic'],
              on: [arn],
              from: 'aws',
              source:
                'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html',
            }),
          ),
      ),
};
