import { is } from '../cases/fact.ts';
import type { World } from '../world/world.ts';
import type { RoleWorker, Task } from './job.ts';
import { accountOf, partitionOf, regionOfRole } from './roles.ts';
import { serviceAssumes } from './sessions.ts';
import { sources } from './sources.ts';

/** Actions that Step Functions checks on a machine's role for logging and tracing; none knows a resource. */
const observes = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

/** A state machine takes its role, calls its one function and writes its log. */
export function runsAsMachine(world: World, role: RoleWorker, name: string): Task[] {
  const place = `${regionOfRole(world, role)}:${accountOf(role)}`;
  return [
    serviceAssumes('states.amazonaws.com', role, sources.stepFunctionsLogs, [
      is('aws:SourceAccount', accountOf(role)),
      is('aws:SourceArn', `arn:${partitionOf(world)}:states:${place}:stateMachine:${name}`),
    ]),
    {
      does: 'calls its function',
      who: role,
      actions: ['lambda:InvokeFunction'],
      on: [`arn:${partitionOf(world)}:lambda:${place}:function:${name}`],
      from: 'aws',
      source: sources.lambda,
    },
    {
      does: 'logs and traces its steps',
      who: role,
      actions: observes,
      on: ['*'],
      from: 'aws',
      source: sources.stepFunctionsLogs,
    },
  ];
}

/** Staff start a machine and watch its executions. */
export const startsMachine = (
  world: World,
  who: RoleWorker,
  name: string,
  start: readonly string[],
): Task[] => {
  const place = `arn:${partitionOf(world)}:states:${regionOfRole(world, who)}:${accountOf(who)}`;
  return [
    {
      does: `starts ${name}`,
      who,
      actions: start,
      on: [`${place}:stateMachine:${name}`],
      from: 'internet',
      source: sources.stepFunctionsLogs,
    },
    {
      does: `watches ${name}`,
      who,
      actions: ['states:DescribeExecution', 'states:GetExecutionHistory'],
      on: [`${place}:execution:${name}:*`],
      from: 'internet',
      source: sources.stepFunctionsLogs,
    },
  ];
};
