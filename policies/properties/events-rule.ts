import { closed, listOf, mapOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf, text, words } from '../authoring/shapes/text.ts';

/** On the default bus alone, and a target has no queue for what it missed, which could lie elsewhere. */
export const properties: PropertyLists = {
  'AWS::Events::Rule': {
    Description: words,
    EventPattern: judgedBy('tripwires-ring'),
    Name: words,
    ScheduleExpression: judgedBy('sweep-ends-sessions'),
    State: oneOf('ENABLED'),
    Tags: tags,
    Targets: listOf(
      closed({
        Arn: judgedBy('LPO-DET-02/events-stay-in-the-account'),
        Id: words,
        Input: text('{}', (input) => input === '{}'),
        InputTransformer: closed({
          InputPathsMap: mapOf(judgedBy('LPO-DET-02/messages-carry-ids-only')),
          InputTemplate: words,
        }),
        RoleArn: made('AWS::IAM::Role'),
      }),
    ),
  },
};
