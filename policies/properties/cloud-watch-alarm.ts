import { closed, listOf, when } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { At, PropertyLists, Shape } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, oneOf, text, words } from '../authoring/shapes/text.ts';

/** One alarm counts a metric over one period; a filter of ours has no dimension, so an alarm on one would stay silent. */
const ofAws = ({ resource }: At): boolean => resource.text('Namespace')?.startsWith('AWS/') === true;
const none: Shape = text('none: what a metric filter counts has no dimension', () => false);
const worker: Shape = closed({
  Name: oneOf('FunctionName', 'StateMachineArn'),
  Value: judgedBy('LPO-DET-02/alarms-are-whole'),
});

export const properties: PropertyLists = {
  'AWS::CloudWatch::Alarm': {
    ActionsEnabled: judgedBy('LPO-DET-02/alarms-are-whole'),
    AlarmActions: listOf(made('AWS::SNS::Topic')),
    AlarmDescription: words,
    AlarmName: words,
    ComparisonOperator: oneOf('GreaterThanOrEqualToThreshold'),
    DatapointsToAlarm: oneOf(1),
    Dimensions: when((at) => (ofAws(at) ? listOf(worker) : none)),
    EvaluationPeriods: oneOf(1),
    MetricName: judgedBy('LPO-DET-02/alarms-are-whole'),
    Namespace: judgedBy('LPO-DET-02/alarms-are-whole'),
    Period: number(10, 3600, 'seconds'),
    Statistic: oneOf('Sum'),
    Tags: tags,
    Threshold: when((at) => (ofAws(at) ? oneOf(1) : judgedBy('LPO-DET-02/tripwires-ring'))),
    TreatMissingData: oneOf('notBreaching', 'missing'),
  },
};
