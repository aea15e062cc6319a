import { judgedBy } from '../authoring/shapes/judged-by.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';

export const properties: PropertyLists = {
  'AWS::IAM::SAMLProvider': {
    Name: judgedBy('LPO-GOV-01/names-are-opaque'),
    SamlMetadataDocument: judgedBy('people-reach-the-endpoints'),
    Tags: tags,
  },
};
