import { asText } from '../../lib/model/as-text.ts';
import { functionIsWired } from '../proofs/work/function-wiring.ts';
import type { Job, RoleWorker, Task } from '../proofs/work/job.ts';
import { partitionOf } from '../proofs/work/roles.ts';
import { serviceAssumes } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';
import type { Made, World } from '../proofs/world/world.ts';

/** CDK's custom resource type for a VPC whose default security group lets nothing through. */
const type = 'Custom::VpcRestrictDefaultSG';

/** The role of the function that a custom resource calls, which CloudFormation waits an hour for. */
const handlerRole = (world: World, { account, region, properties }: Made): RoleWorker => {
  const handler = world.ofType('AWS::Lambda::Function').find((made) => {
    const arn = `arn:${partitionOf(world)}:lambda:${region}:${account}:function:${made.reference}`;
    return properties.ServiceToken === arn || properties.ServiceToken === made.reference;
  });
  return { kind: 'role', arn: asText(handler?.properties.Role) };
};

export const job: Job = {
  id: 'deployment-empties-the-default-security-group',
  title: "A function of the deployment empties the VPC's default security group, and touches no other",
  controls: ['LPO-NET-01'],
  facts: ({ world }) =>
    world.ofType(type).flatMap((resource) =>
      functionIsWired(world, {
        role: handlerRole(world, resource),
        seconds: [60, 900],
        because: 'CloudFormation answers nobody in less where EC2 throttles',
        megabytes: 128,
        settings: [],
        words: ['ResponseURL'],
      }),
    ),
  tasks: ({ world }) =>
    world.ofType(type).flatMap((resource): Task[] => {
      const { account, region, properties } = resource;
      const who = handlerRole(world, resource);
      return [
        serviceAssumes('lambda.amazonaws.com', who, sources.lambda),
        {
          does: 'empties the default security group',
          who,
          actions: [
            'ec2:AuthorizeSecurityGroupEgress',
            'ec2:AuthorizeSecurityGroupIngress',
            'ec2:RevokeSecurityGroupEgress',
            'ec2:RevokeSecurityGroupIngress',
          ],
          on: [
            `arn:${partitionOf(world)}:ec2:${region}:${account}:security-group/${properties.DefaultSecurityGroupId}`,
          ],
          from: 'aws',
          source: sources.lambda,
        },
        {
          does: 'makes its log group, as AWSLambdaBasicExecutionRole allows',
          who,
          actions: ['logs:CreateLogGroup'],
          on: ['*'],
          needed: false,
          from: 'aws',
          source: sources.lambda,
        },
        {
          does: 'writes its log',
          who,
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          on: [`arn:${partitionOf(world)}:logs:${region}:${account}:log-group:*:log-stream:*`],
          reach: ['*'],
          from: 'aws',
          source: sources.lambda,
        },
      ];
    }),
};
