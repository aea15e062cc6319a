import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf, words } from '../authoring/shapes/text.ts';

/** Selectors add events: no field of theirs takes one out again. No topic hears of the trail's files. */
export const properties: PropertyLists = {
  'AWS::CloudTrail::Trail': {
    AdvancedEventSelectors: listOf(
      closed({
        FieldSelectors: listOf(
          closed({
            Equals: judgedBy('LPO-LOG-01/trail-complete', 'LPO-DET-02/denied-endpoint-calls-logged'),
            Field: oneOf('eventCategory', 'resources.type', 'resources.ARN', 'eventSource', 'errorCode'),
            StartsWith: judgedBy('LPO-LOG-01/trail-complete'),
          }),
        ),
        Name: words,
      }),
    ),
    CloudWatchLogsLogGroupArn: made('AWS::Logs::LogGroup'),
    CloudWatchLogsRoleArn: made('AWS::IAM::Role'),
    EnableLogFileValidation: judgedBy('LPO-LOG-02/trail-tamper-evident'),
    IncludeGlobalServiceEvents: judgedBy('LPO-LOG-01/trail-complete'),
    IsLogging: judgedBy('LPO-LOG-01/trail-complete'),
    IsMultiRegionTrail: judgedBy('LPO-LOG-01/trail-complete'),
    KMSKeyId: judgedBy('LPO-LOG-01/trail-complete'),
    S3BucketName: judgedBy('LPO-LOG-01/trail-complete'),
    Tags: tags,
    TrailName: judgedBy('LPO-GOV-01/names-are-opaque'),
  },
};
