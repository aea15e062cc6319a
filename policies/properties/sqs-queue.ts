import { listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, words } from '../authoring/shapes/text.ts';

/** No stack of ours makes one; a firm's own stages may. */
export const properties: PropertyLists = {
  'AWS::SQS::Queue': {
    KmsMasterKeyId: made('AWS::KMS::Key'),
    MessageRetentionPeriod: number(60, 1_209_600, 'seconds'),
    QueueName: words,
    Tags: tags,
    VisibilityTimeout: number(0, 43_200, 'seconds'),
  },
  'AWS::SQS::QueuePolicy': {
    PolicyDocument: judgedBy('LPO-DAT-02/resource-policy-names-its-principals'),
    Queues: listOf(made('AWS::SQS::Queue')),
  },
};
