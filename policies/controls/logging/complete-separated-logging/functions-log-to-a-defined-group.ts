import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';

const stack = (LoggingConfig: object | undefined, group: object = {}): ExampleStacks => ({
  'meridian/Logs': {
    Functions: {
      Type: 'AWS::Logs::LogGroup',
      Properties: { LogGroupName: '/lpo/meridian/functions', ...group },
    },
  },
  'meridian/Network': { Handler: { Type: 'AWS::Lambda::Function', Properties: { LoggingConfig } } },
});

/** A group that no template defines is made by Lambda: without a key, and kept for ever. */
export const check = assemblyCheck({
  control: 'LPO-LOG-01',
  name: 'functions-log-to-a-defined-group',
  expected: 'every function logs to a log group that this assembly defines in its account and region',
  fix: 'set LoggingConfig.LogGroup to the workspace’s log group for functions',
  judge(view) {
    const functions = view.ofType('AWS::Lambda::Function');
    if (functions.length === 0) return 'not applicable';
    return functions
      .filter((one) => !logsToADefinedGroup(view, one))
      .map(({ stack, resource }) => ({
        stack: stack.id,
        logicalId: resource.logicalId,
        property: 'LoggingConfig.LogGroup',
        got: resource.show('LoggingConfig.LogGroup'),
      }));
  },
  good: {
    'by name': stack({ LogGroup: '/lpo/meridian/functions' }),
    'by reference': {
      'meridian/Network': {
        Group: { Type: 'AWS::Logs::LogGroup' },
        Handler: {
          Type: 'AWS::Lambda::Function',
          Properties: { LoggingConfig: { LogGroup: { Ref: 'Group' } } },
        },
      },
    },
  },
  bad: {
    'the group Lambda makes': stack(undefined),
    'a format alone': stack({ LogFormat: 'JSON' }),
    'a group nobody defines': stack({ LogGroup: '/lpo/meridian/elsewhere' }),
    'a group without the name': stack({ LogGroup: '/lpo/meridian/functions' }, { LogGroupName: undefined }),
    'a group of another account': {
      'meridian/Network': stack({ LogGroup: '/lpo/meridian/functions' })['meridian/Network'] as never,
      'organization/Logs': {
        account: '100000000002',
        template: {
          Resources: {
            Group: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/lpo/meridian/functions' } },
          },
        },
      },
    },
  },
});

function logsToADefinedGroup(view: AssemblyView, { stack, resource }: Placed): boolean {
  const target = view.target(resource.get('LoggingConfig.LogGroup'), stack);
  const name = resource.text('LoggingConfig.LogGroup');
  return view
    .ofType('AWS::Logs::LogGroup')
    .some(
      (group) =>
        group.stack.account === stack.account &&
        group.stack.region === stack.region &&
        (group === target || (name !== undefined && group.resource.text('LogGroupName') === name)),
    );
}
