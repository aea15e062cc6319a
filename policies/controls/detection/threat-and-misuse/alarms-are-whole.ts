import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { logGroup } from '../../../authoring/fixtures/log-group.ts';
import { readArn } from '../../../template/arn.ts';
import type { StackTemplate } from '../../../template/assembly.ts';
import { vendorName } from '../../../template/names.ts';

const counts = { MetricNamespace: 'lpo/a', MetricName: 'root', MetricValue: '1' };
const alarm = {
  Namespace: 'lpo/a',
  MetricName: 'root',
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  Statistic: 'Sum',
  Period: 300,
  EvaluationPeriods: 1,
  AlarmActions: ['arn:aws:sns:eu-west-2:200000000001:alerts'],
};
const example = (change: object = {}, filter: object = {}): ExampleStacks => ({
  'a/Detection': {
    account: '200000000001',
    region: 'eu-west-2',
    template: {
      Resources: {
        Trail: logGroup('/lpo/a/trail'),
        Function: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: vendorName('a', 'sweep') } },
        Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alerts' } },
        Filter: {
          Type: 'AWS::Logs::MetricFilter',
          Properties: { LogGroupName: '/lpo/a/trail', MetricTransformations: [counts], ...filter },
        },
        Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { ...alarm, ...change } },
      },
    },
  },
});

/** Namespaces of AWS and the type that a metric there is about. */
const workers: Readonly<Record<string, string>> = {
  'AWS/Lambda': 'AWS::Lambda::Function',
  'AWS/States': 'AWS::StepFunctions::StateMachine',
};

/** A filter nobody counts or an alarm about nothing looks like a watch and is none. */
export const check = assemblyCheck({
  control: 'LPO-DET-02',
  name: 'alarms-are-whole',
  expected:
    'a metric filter reads a log group of the templates and has an alarm; an alarm watches what a filter counts, or a function or state machine of the templates, and rings a topic of the templates',
  fix: 'name the log group, the metric and the function as they are, and give the alarm an action',
  judge(view) {
    const place = ({ account, region }: { account?: string; region?: string }, name: string | undefined) =>
      [account, region, name].join(' ');
    const named = (type: string, property: string) =>
      new Set(view.ofType(type).map(({ stack, resource }) => place(stack, resource.text(property))));
    const groups = named('AWS::Logs::LogGroup', 'LogGroupName');
    const functions = named('AWS::Lambda::Function', 'FunctionName');
    const topics = named('AWS::SNS::Topic', 'TopicName');
    const isTopic = (stack: StackTemplate, value: unknown): boolean => {
      const { service, region, account, resource: name } = readArn(asText(value)) ?? {};
      return (
        view.target(value, stack)?.resource.type === 'AWS::SNS::Topic' ||
        (service === 'sns' && topics.has([account, region, name].join(' ')))
      );
    };
    const filters = view.ofType('AWS::Logs::MetricFilter').map((filter) => ({
      ...filter,
      metrics: filter.resource
        .list('MetricTransformations')
        .map((_, index) =>
          ['MetricNamespace', 'MetricName']
            .map((name) => filter.resource.text(`MetricTransformations.${index}.${name}`))
            .join(' '),
        ),
    }));
    const counted = new Set(filters.flatMap(({ stack, metrics }) => metrics.map((one) => place(stack, one))));
    const alarms = view.ofType('AWS::CloudWatch::Alarm');
    const watched = new Set(
      alarms.map(({ stack, resource }) =>
        place(stack, `${resource.text('Namespace')} ${resource.text('MetricName')}`),
      ),
    );
    return [
      ...filters.flatMap(({ stack, resource, metrics }) => [
        ...(groups.has(place(stack, resource.text('LogGroupName')))
          ? []
          : [
              {
                stack: stack.id,
                logicalId: resource.logicalId,
                property: 'LogGroupName',
                got: resource.show('LogGroupName'),
              },
            ]),
        ...(metrics.length > 0 && metrics.every((one) => watched.has(place(stack, one)))
          ? []
          : [
              {
                stack: stack.id,
                logicalId: resource.logicalId,
                property: 'MetricTransformations',
                got: `no alarm on ${metrics.join(', ') || 'it'}`,
              },
            ]),
      ]),
      ...alarms.flatMap(({ stack, resource }) => {
        const metric = place(stack, `${resource.text('Namespace')} ${resource.text('MetricName')}`);
        const value = 'Dimensions.0.Value';
        const ofWorker =
          resource.list('Dimensions').length === 1 &&
          (workers[`${resource.text('Namespace')}`] ===
            (view.target(resource.get(value), stack)?.resource.type ?? 'none') ||
            (resource.get('Namespace') === 'AWS/Lambda' &&
              resource.get(value) !== undefined &&
              functions.has(place(stack, resource.text(value)))));
        const faults = [
          ...(counted.has(metric) || ofWorker ? [] : ['MetricName']),
          ...(resource.text('ComparisonOperator')?.startsWith('GreaterThan') ? [] : ['ComparisonOperator']),
          ...(Number(resource.text('Threshold') ?? Number.NaN) >= 0 ? [] : ['Threshold']),
          ...['EvaluationPeriods', 'MetricName', 'Period', 'Statistic'].filter(
            (name) => resource.get(name) === undefined,
          ),
          ...(resource.list('AlarmActions').some((action) => isTopic(stack, action)) ? [] : ['AlarmActions']),
          ...(resource.get('ActionsEnabled') === false ? ['ActionsEnabled'] : []),
        ];
        return faults.map((property) => ({
          stack: stack.id,
          logicalId: resource.logicalId,
          property,
          got: resource.show(property),
        }));
      }),
    ];
  },
  good: {
    'a filter and its alarm': example(),
    'a function that fails': {
      ...example(),
      'a/Connect': {
        account: '200000000001',
        region: 'eu-west-2',
        template: {
          Resources: {
            Fails: {
              Type: 'AWS::CloudWatch::Alarm',
              Properties: {
                ...alarm,
                Namespace: 'AWS/Lambda',
                MetricName: 'Errors',
                Dimensions: [{ Name: 'FunctionName', Value: vendorName('a', 'sweep') }],
              },
            },
          },
        },
      },
    },
  },
  bad: {
    'a metric nobody counts': example({ MetricName: 'other' }),
    'no period': example({ Period: undefined }),
    'no action': example({ AlarmActions: [] }),
    'a topic that is not there': example({ AlarmActions: ['arn:aws:sns:eu-west-2:200000000001:other'] }),
    'actions off': example({ ActionsEnabled: false }),
    'no threshold': example({ Threshold: undefined }),
    'rings when it is quiet': example({ ComparisonOperator: 'LessThanThreshold' }),
    'a function that is not there': example({
      Namespace: 'AWS/Lambda',
      Dimensions: [{ Name: 'FunctionName', Value: vendorName('b', 'sweep') }],
    }),
    'a function nobody names': example({ Namespace: 'AWS/Lambda', Dimensions: [{ Name: 'FunctionName' }] }),
    'a log group that is not there': example({}, { LogGroupName: '/lpo/b/trail' }),
    'a dimension of a metric nobody counts': example({
      Namespace: 'lpo/b',
      Dimensions: [{ Name: 'x', Value: 'y' }],
    }),
    'nothing counted': example({}, { MetricTransformations: [] }),
  },
});
