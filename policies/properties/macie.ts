import { listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, oneOf, words } from '../authoring/shapes/text.ts';

/** An identifier has no words to ignore. */
export const properties: PropertyLists = {
  'AWS::Macie::CustomDataIdentifier': {
    Keywords: listOf(words),
    MaximumMatchDistance: number(1, 300, 'characters'),
    Name: words,
    Regex: words,
    Tags: tags,
  },
  'AWS::Macie::Session': {
    FindingPublishingFrequency: oneOf('FIFTEEN_MINUTES', 'ONE_HOUR', 'SIX_HOURS'),
    Status: judgedBy('LPO-DET-02/macie-looks'),
  },
};
