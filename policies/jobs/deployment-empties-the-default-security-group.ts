import { asText } from '../../lib/model/as-text.ts';
import type { Job, RoleWorker, Task } from '../proofs/work/job.ts';
import { partitionOf } from '../proofs/work/roles.ts';
import { serviceAssumes } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';

/** CDK's custom resource type for a VPC whose default security group lets nothing through. */
const type = 'Custom::VpcRestrictDefaultSG';

export const job: Job = {
  id: 'deployment-empties-the-default-security-group',
  title: "A function of the deployment empties the VPC's default security group, and touches no other",
  controls: ['LPO-NET-01'],
  tasks: ({ world }) =>
    world.ofType(type).flatMap(({ account, region, properties }): Task[] => {
      const handler = world.ofType('AWS::Lambda::Function').find((made) => {
        const arn = `arn:${partitionOf(world)}:lambda:${region}:${account}:function:${made.reference}`;
        return properties.ServiceToken === arn || properties.ServiceToken === made.reference;
      });
      const who: RoleWorker = { kind: 'role', arn: asText(handler?.properties.Role) };
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
