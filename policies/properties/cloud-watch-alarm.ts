import { closed, listOf, when } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { At, PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf, words } from '../authoring/shapes/text.ts';

const ofAws = ({ resource }: At): 'aws' | 'filter' =>
  resource.text('Namespace')?.startsWith('AWS/') ? 'aws' : 'filter';
const rings = judgedBy('tripwires-ring');
const worker = closed({
  Name: oneOf('FunctionName', 'StateMachineArn'),
  Value: rings,
});

/** One metric, and no mathematics; what a filter of ours counts has no dimension. */
export const properties: PropertyLists = {
  'AWS::CloudWatch::Alarm': {
    ActionsEnabled: rings,
    AlarmActions: listOf(made('AWS::SNS::Topic')),
    AlarmDescription: words,
    AlarmName: words,
    ComparisonOperator: rings,
    DatapointsToAlarm: rings,
    Dimensions: when({ aws: listOf(worker) }, (at) => (ofAws(at) === 'aws' ? 'aws' : undefined)),
    EvaluationPeriods: rings,
    MetricName: rings,
    Namespace: rings,
    Period: rings,
    Statistic: rings,
    Tags: tags,
    Threshold: rings,
    TreatMissingData: rings,
  },
};
