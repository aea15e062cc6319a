import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { logGroup } from '../../../authoring/fixtures/log-group.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import { logsToDefinedDestination } from '../../../reading/logs-to-defined-destination.ts';

const flowLog = {
  ResourceId: { Ref: 'Vpc' },
  ResourceType: 'VPC',
  TrafficType: 'ALL',
  LogGroupName: '/lpo/meridian/vpc-flow',
};
const stack = (flow: object): ExampleStacks => ({
  'meridian/Network': {
    Vpc: vpc(),
    Group: logGroup('/lpo/meridian/vpc-flow'),
    FlowLog: { Type: 'AWS::EC2::FlowLog', Properties: { ...flowLog, ...flow } },
  },
});
const toArn = (arn: string) => stack({ LogGroupName: undefined, LogDestination: arn });

export const check = assemblyCheck({
  control: 'LPO-LOG-01',
  name: 'vpc-flows-logged',
  expected: 'each VPC logs all flows, to a destination that this assembly defines',
  fix: 'add AWS::EC2::FlowLog for the VPC with TrafficType ALL and a log group or bucket of the assembly',
  judge(view) {
    const vpcs = view.ofType('AWS::EC2::VPC');
    if (vpcs.length === 0) return 'not applicable';
    const groups = view.ofType('AWS::Logs::LogGroup').map(({ resource }) => resource.text('LogGroupName'));
    const logged = view.ofType('AWS::EC2::FlowLog').flatMap((flow) => {
      const name = flow.resource.text('LogGroupName');
      const whole =
        flow.resource.text('TrafficType') === 'ALL' &&
        flow.resource.text('ResourceType') === 'VPC' &&
        ((name !== undefined && groups.includes(name)) ||
          logsToDefinedDestination(view, flow, 'LogDestination'));
      return whole ? [view.target(flow.resource.get('ResourceId'), flow.stack)] : [];
    });
    return vpcs
      .filter((vpc) => !logged.includes(vpc))
      .map((vpc) => ({
        stack: vpc.stack.id,
        logicalId: vpc.resource.logicalId,
        property: '-',
        got: 'no flow log of all traffic to a known destination',
      }));
  },
  good: {
    'to a group, by name': stack({}),
    'to a group, by ARN': toArn('arn:aws:logs:eu-west-2:200000000001:log-group:/lpo/meridian/vpc-flow'),
  },
  bad: {
    'rejected flows only': stack({ TrafficType: 'REJECT' }),
    'one subnet only': stack({ ResourceType: 'Subnet' }),
    'a destination elsewhere': stack({ LogGroupName: '/elsewhere' }),
    'a group of another account': toArn(
      'arn:aws:logs:eu-west-2:999999999999:log-group:/lpo/meridian/vpc-flow',
    ),
    'another network': stack({ ResourceId: 'vpc-2' }),
  },
});
