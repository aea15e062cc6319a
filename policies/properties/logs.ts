import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf, words } from '../authoring/shapes/text.ts';

export const properties: PropertyLists = {
  // Of the class on which metric filters work, and without a data protection policy, which masks what it finds.
  'AWS::Logs::LogGroup': {
    DeletionProtectionEnabled: judgedBy('LPO-LOG-02/log-groups-kept-a-year'),
    KmsKeyId: made('AWS::KMS::Key'),
    LogGroupClass: oneOf('STANDARD'),
    LogGroupName: judgedBy('LPO-GOV-01/names-are-opaque'),
    RetentionInDays: judgedBy('LPO-LOG-02/log-groups-kept-a-year'),
    Tags: tags,
  },
  // Each match counts one, under no dimension: an alarm of ours adds up what has none.
  'AWS::Logs::MetricFilter': {
    FilterName: words,
    FilterPattern: judgedBy('tripwires-ring'),
    LogGroupName: made('AWS::Logs::LogGroup'),
    MetricTransformations: listOf(
      closed({
        DefaultValue: judgedBy('tripwires-ring'),
        MetricName: judgedBy('tripwires-ring'),
        MetricNamespace: judgedBy('tripwires-ring'),
        MetricValue: judgedBy('tripwires-ring'),
      }),
    ),
  },
  'AWS::Logs::ResourcePolicy': {
    PolicyDocument: judgedBy('LPO-DAT-02/resource-policy-names-its-principals', 'services-keep-the-records'),
    PolicyName: judgedBy('LPO-GOV-01/names-are-opaque'),
  },
};
