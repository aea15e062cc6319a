import type { AssemblyView, Placed } from '../template/assembly-view.ts';

/** Longest period in which matches are counted, in seconds. */
const longest = 3600;

/** True where an alarm on what this filter counts acts at `most` matches, and not below `least`. */
export function alarmRings(
  view: AssemblyView,
  { stack, resource }: Placed,
  { most = 1, least = 1 }: { readonly most?: number; readonly least?: number } = {},
): boolean {
  const counted = resource
    .list('MetricTransformations')
    .map((_, index) => `MetricTransformations.${index}`)
    .filter((path) => resource.text(`${path}.MetricValue`) === '1')
    .map((path) => `${resource.text(`${path}.MetricNamespace`)} ${resource.text(`${path}.MetricName`)}`);
  return view
    .ofType('AWS::CloudWatch::Alarm')
    .some(
      ({ stack: { account, region }, resource: alarm }) =>
        account === stack.account &&
        region === stack.region &&
        counted.includes(`${alarm.text('Namespace')} ${alarm.text('MetricName')}`) &&
        alarm.get('Statistic') === 'Sum' &&
        alarm.get('ComparisonOperator') === 'GreaterThanOrEqualToThreshold' &&
        Number(alarm.text('Threshold')) <= most &&
        Number(alarm.text('Threshold')) >= least &&
        Number(alarm.text('Period')) <= longest &&
        alarm.text('EvaluationPeriods') === '1' &&
        alarm.get('ActionsEnabled') !== false &&
        alarm.list('AlarmActions').length > 0,
    );
}
