import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf, words } from '../authoring/shapes/text.ts';

const logged = judgedBy('LPO-INC-02/state-machine-logs-everything');

/** The definition stands in the template, without substitutions. */
export const properties: PropertyLists = {
  'AWS::StepFunctions::StateMachine': {
    DefinitionString: judgedBy('LPO-INC-02/switch-runs-every-step', 'LPO-INC-01/breach-clock-runs'),
    LoggingConfiguration: closed({
      Destinations: listOf(closed({ CloudWatchLogsLogGroup: closed({ LogGroupArn: logged }) })),
      IncludeExecutionData: logged,
      Level: logged,
    }),
    RoleArn: made('AWS::IAM::Role'),
    StateMachineName: words,
    StateMachineType: oneOf('STANDARD'),
    Tags: tags,
    TracingConfiguration: closed({ Enabled: oneOf(true, false) }),
  },
};
