import { listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { words } from '../authoring/shapes/text.ts';

/** Without subscriptions: the firm makes them by hand, and no template hands alerts to somebody. */
export const properties: PropertyLists = {
  'AWS::SNS::Topic': {
    DisplayName: words,
    KmsMasterKeyId: made('AWS::KMS::Key'),
    Tags: tags,
    TopicName: words,
  },
  'AWS::SNS::TopicPolicy': {
    PolicyDocument: judgedBy(
      'LPO-DAT-02/topic-requires-tls',
      'LPO-DAT-02/resource-policy-names-its-principals',
    ),
    Topics: listOf(made('AWS::SNS::Topic')),
  },
};
