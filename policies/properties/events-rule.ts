import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists, Shape } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf, text, words } from '../authoring/shapes/text.ts';

const watched = judgedBy('LPO-DET-02/every-tripwire-required', 'LPO-DET-02/tripwires-ring');

/** Fields that say which event; every other narrows a rule: by Region, by resource, by who did it. */
const events: Readonly<Record<string, Shape>> = {
  detail: closed({
    eventName: watched,
    eventSource: watched,
    scanResultDetails: closed({ scanResultStatus: judgedBy('LPO-DET-02/tripwires-ring') }),
    severity: judgedBy('LPO-DET-02/tripwires-ring'),
    state: judgedBy('LPO-RES-01/restores-recorded'),
    status: judgedBy('LPO-RES-01/restores-recorded'),
  }),
  'detail-type': watched,
  source: watched,
};

/** On the default bus alone, and a target has no queue for what it missed, which could lie elsewhere. */
export const properties: PropertyLists = {
  'AWS::Events::Rule': {
    Description: words,
    EventPattern: closed({ ...events, $or: listOf(closed(events)) }),
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
          InputPathsMap: judgedBy('LPO-DET-02/messages-carry-ids-only'),
          InputTemplate: words,
        }),
        RoleArn: made('AWS::IAM::Role'),
      }),
    ),
  },
};
