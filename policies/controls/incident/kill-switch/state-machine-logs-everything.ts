import { resourceCheck } from '../../control';
import { expectPresent, expectValue } from '../../expect';

const machine = (LoggingConfiguration: object) => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: { LoggingConfiguration },
});
const all = {
  Level: 'ALL',
  IncludeExecutionData: true,
  Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: 'arn:aws:logs:eu-west-2:1:log-group:/lpo:*' } }],
};

export const stateMachineLogsEverything = resourceCheck({
  name: 'state-machine-logs-everything',
  expected: 'a state machine writes every step with its data to a log group: what was done, and what was not',
  mend: 'set LoggingConfiguration: Level ALL, IncludeExecutionData true and a destination',
  types: ['AWS::StepFunctions::StateMachine'],
  judge: (resource) => [
    ...expectValue(resource, 'LoggingConfiguration.Level', 'ALL'),
    ...expectValue(resource, 'LoggingConfiguration.IncludeExecutionData', true),
    ...expectPresent(resource, 'LoggingConfiguration.Destinations.0.CloudWatchLogsLogGroup.LogGroupArn'),
    // An express workflow forgets its history, and its steps may run twice.
    ...(resource.get('StateMachineType') === 'EXPRESS'
      ? [{ property: 'StateMachineType', found: 'EXPRESS' }]
      : []),
  ],
  good: { all: machine(all) },
  bad: {
    'errors alone': machine({ ...all, Level: 'ERROR' }),
    'without data': machine({ ...all, IncludeExecutionData: false }),
    nowhere: machine({ ...all, Destinations: [] }),
    nothing: machine({}),
    express: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: { StateMachineType: 'EXPRESS', LoggingConfiguration: all },
    },
  },
});
