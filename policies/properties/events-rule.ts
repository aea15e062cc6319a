import { closed, listOf, mapOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf, text, words } from '../authoring/shapes/text.ts';

/** Fields that say which event; every other narrows a rule: by Region, by resource, by who did it. */
const watched = judgedBy('LPO-DET-02/tripwires-ring');
const recorded = judgedBy('LPO-RES-01/restores-recorded');
const event = {
  'detail-type': judgedBy('LPO-DET-02/every-tripwire-required'),
  source: judgedBy('LPO-DET-02/every-tripwire-required'),
};

/** On the default bus alone, and a target has no queue for what it missed, which could lie elsewhere. */
export const properties: PropertyLists = {
  'AWS::Events::Rule': {
    Description: words,
    EventPattern: closed({
      ...event,
      $or: listOf(closed({ ...event, detail: closed({ state: recorded, status: recorded }) })),
      detail: closed({
        eventName: watched,
        eventSource: watched,
        scanResultDetails: closed({ scanResultStatus: watched }),
        severity: watched,
      }),
    }),
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
