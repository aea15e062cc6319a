import { judgedBy } from '../authoring/shapes/judged-by.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { words } from '../authoring/shapes/text.ts';

export const properties: PropertyLists = {
  'AWS::Organizations::Policy': {
    Content: judgedBy('LPO-JUR-01/organization-policies-fit', 'guardrails-keep-others-out'),
    Description: words,
    Name: judgedBy('LPO-GOV-01/names-are-opaque'),
    Tags: tags,
    TargetIds: judgedBy('guardrails-keep-others-out'),
    Type: judgedBy('guardrails-keep-others-out', 'LPO-WKS-02/ec2-settings-declared'),
  },
};
