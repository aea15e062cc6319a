import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import { vendorsOf } from '../../../reading/vendors.ts';
import { vendorName } from '../../../template/names.ts';

const parts = (alarm: object): ExampleStacks => ({
  'meridian/Connect': {
    Vpc: vpc(),
    Sweep: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: vendorName('meridian', 'sweep') } },
    Provider: { Type: 'AWS::Lambda::Function', Properties: {} },
    Fails: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        Namespace: 'AWS/Lambda',
        MetricName: 'Errors',
        Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'Sweep' } }],
        Statistic: 'Sum',
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        AlarmActions: ['arn:aws:sns:eu-west-2:200000000001:lpo-meridian-alerts'],
        ...alarm,
      },
    },
  },
});

/** In a vendor's account nobody waits for a function: one that fails does so in silence. */
export const check = assemblyCheck({
  control: 'LPO-DET-02',
  name: 'failing-functions-ring',
  expected: 'each named function in a vendor’s account has an alarm on its first error',
  fix: 'add an alarm on Errors of AWS/Lambda for the function, with an action',
  judge(view): PlacedDeviation[] | 'not applicable' {
    const accounts = new Set(vendorsOf(view).map(({ account }) => account));
    const functions = view
      .ofType('AWS::Lambda::Function')
      .filter(({ stack }) => accounts.has(stack.account ?? ''))
      // What CDK makes to set something up at deployment has no name; CloudFormation waits for it.
      .filter(({ resource }) => resource.get('FunctionName') !== undefined);
    if (functions.length === 0) return 'not applicable';
    const alarms = view.ofType('AWS::CloudWatch::Alarm');
    return functions
      .filter(
        (fn) =>
          !alarms.some(({ stack, resource }) => {
            const value = 'Dimensions.0.Value';
            const ofIt =
              view.target(resource.get(value), stack) === fn ||
              (resource.text(value) === fn.resource.text('FunctionName') &&
                stack.account === fn.stack.account &&
                stack.region === fn.stack.region);
            return (
              ofIt &&
              resource.text('Dimensions.0.Name') === 'FunctionName' &&
              resource.list('Dimensions').length === 1 &&
              resource.text('Namespace') === 'AWS/Lambda' &&
              resource.text('MetricName') === 'Errors' &&
              resource.text('Statistic') === 'Sum' &&
              resource.text('ComparisonOperator') === 'GreaterThanOrEqualToThreshold' &&
              Number(resource.text('Threshold')) === 1 &&
              resource.get('ActionsEnabled') !== false &&
              resource.list('AlarmActions').length > 0
            );
          }),
      )
      .map(({ stack, resource }) => ({
        stack: stack.id,
        logicalId: resource.logicalId,
        property: 'FunctionName',
        got: `no alarm on errors of ${resource.show('FunctionName')}`,
      }));
  },
  good: {
    'by reference': parts({}),
    'by name': parts({ Dimensions: [{ Name: 'FunctionName', Value: vendorName('meridian', 'sweep') }] }),
  },
  bad: {
    'another metric': parts({ MetricName: 'Throttles' }),
    'another function': parts({ Dimensions: [{ Name: 'FunctionName', Value: 'lpo-meridian-other' }] }),
    'one function and one version of it': parts({
      Dimensions: [
        { Name: 'FunctionName', Value: { Ref: 'Sweep' } },
        { Name: 'Resource', Value: `${vendorName('meridian', 'sweep')}:1` },
      ],
    }),
    'only many errors': parts({ Threshold: 10 }),
    'only few errors': parts({ ComparisonOperator: 'LessThanThreshold' }),
    'on average': parts({ Statistic: 'Average' }),
    'without action': parts({ AlarmActions: [] }),
    'actions off': parts({ ActionsEnabled: false }),
  },
});
