import { judgedBy } from '../authoring/shapes/judged-by.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tagMap } from '../authoring/shapes/tags.ts';
import { oneOf, text } from '../authoring/shapes/text.ts';

/** No control of a standard is disabled. */
export const properties: PropertyLists = {
  'AWS::SecurityHub::Hub': {
    AutoEnableControls: judgedBy('LPO-DET-01/hub-enables-new-controls'),
    ControlFindingGenerator: oneOf('SECURITY_CONTROL', 'STANDARD_CONTROL'),
    EnableDefaultStandards: oneOf(true, false),
    Tags: tagMap,
  },
  'AWS::SecurityHub::Standard': {
    StandardsArn: text('a standard of AWS in this Region', (arn, { stack }) =>
      new RegExp(`^arn:[a-z-]+:securityhub:${stack.region}::standards/[\\w./-]+$`).test(arn),
    ),
  },
};
