import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { logGroup } from '../../../authoring/fixtures/log-group.ts';
import { readArn } from '../../../template/arn.ts';

const name = '/aws/vendedlogs/states/lpo/kill-switch-steps';
const groupNamed = (named: string) => `arn:aws:logs:eu-west-2:100000000002:log-group:${named}:*`;
const group = groupNamed(name);
const all = {
  Level: 'ALL',
  IncludeExecutionData: true,
  Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: group } }],
};
const machine = (LoggingConfiguration: object, more: object = {}): ExampleStacks => ({
  'a/KillSwitch': {
    account: '100000000002',
    region: 'eu-west-2',
    template: {
      Resources: {
        Log: logGroup(name),
        Elsewhere: logGroup('/lpo/kill-switch-steps'),
        Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { LoggingConfiguration, ...more } },
      },
    },
  },
});

/** The log tells what the switch did; without it nobody can tell done from not done. */
export const check = assemblyCheck({
  control: 'LPO-INC-02',
  name: 'state-machine-logs-everything',
  expected:
    'a standard state machine writes every step with its data to a log group of the templates below /aws/vendedlogs/: what was done, and what was not',
  fix: 'set LoggingConfiguration: Level ALL, IncludeExecutionData true and a log group that is defined here, below /aws/vendedlogs/',
  judge(view) {
    const groups = new Set(
      view.ofType('AWS::Logs::LogGroup').flatMap(({ stack: { account, region }, resource }) => {
        const name = resource.text('LogGroupName');
        // Elsewhere each adds its ARN to the one policy of 5,120 characters with which AWS lets itself deliver logs.
        return name?.startsWith('/aws/vendedlogs/') ? [`logs ${region} ${account} log-group:${name}:*`] : [];
      }),
    );
    return view.ofType('AWS::StepFunctions::StateMachine').flatMap(({ stack, resource }) => {
      const arn = 'LoggingConfiguration.Destinations.0.CloudWatchLogsLogGroup.LogGroupArn';
      const faults = [
        ...(resource.get('LoggingConfiguration.Level') === 'ALL' ? [] : ['LoggingConfiguration.Level']),
        ...(resource.get('LoggingConfiguration.IncludeExecutionData') === true
          ? []
          : ['LoggingConfiguration.IncludeExecutionData']),
        ...(groups.has(withoutPartition(resource.text(arn))) ? [] : [arn]),
        // An express workflow forgets its history, and its steps may run twice.
        ...(resource.get('StateMachineType') === 'EXPRESS' ? ['StateMachineType'] : []),
      ];
      return faults.map((property) => ({
        stack: stack.id,
        logicalId: resource.logicalId,
        property,
        got: resource.show(property),
      }));
    });
  },
  good: { all: machine(all) },
  bad: {
    'errors alone': machine({ ...all, Level: 'ERROR' }),
    'without data': machine({ ...all, IncludeExecutionData: false }),
    nowhere: machine({ ...all, Destinations: [] }),
    'a log group that is not there': machine({
      ...all,
      Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: group.replace('steps', 'other') } }],
    }),
    'a log group that fills the policy of log deliveries': machine({
      ...all,
      Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: groupNamed('/lpo/kill-switch-steps') } }],
    }),
    nothing: machine({}),
    express: machine(all, { StateMachineType: 'EXPRESS' }),
  },
});

function withoutPartition(text: string | undefined): string {
  const { service, region, account, resource } = readArn(text ?? '') ?? {};
  return [service, region, account, resource].join(' ');
}
