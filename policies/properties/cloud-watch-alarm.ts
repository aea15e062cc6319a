import { closed, listOf, when } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { At, PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, oneOf, words } from '../authoring/shapes/text.ts';

const ofAws = ({ resource }: At): 'aws' | 'filter' =>
  resource.text('Namespace')?.startsWith('AWS/') ? 'aws' : 'filter';
const worker = closed({
  Name: oneOf('FunctionName', 'StateMachineArn'),
  Value: judgedBy('LPO-DET-02/alarms-are-whole'),
});

/** One metric, added up over one period; what a filter of ours counts has no dimension, and an alarm on one stays silent. */
export const properties: PropertyLists = {
  'AWS::CloudWatch::Alarm': {
    ActionsEnabled: judgedBy('LPO-DET-02/alarms-are-whole'),
    AlarmActions: listOf(made('AWS::SNS::Topic')),
    AlarmDescription: words,
    AlarmName: words,
    ComparisonOperator: oneOf('GreaterThanOrEqualToThreshold'),
    DatapointsToAlarm: oneOf(1),
    Dimensions: when({ aws: listOf(worker) }, (at) => (ofAws(at) === 'aws' ? 'aws' : undefined)),
    EvaluationPeriods: oneOf(1),
    MetricName: judgedBy('LPO-DET-02/alarms-are-whole'),
    Namespace: judgedBy('LPO-DET-02/alarms-are-whole'),
    Period: number(10, 3600, 'seconds'),
    Statistic: oneOf('Sum'),
    Tags: tags,
    Threshold: when({ aws: oneOf(1), filter: judgedBy('LPO-DET-02/tripwires-ring') }, ofAws),
    TreatMissingData: oneOf('notBreaching', 'missing'),
  },
};
