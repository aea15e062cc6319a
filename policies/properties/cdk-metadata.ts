import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { words } from '../authoring/shapes/text.ts';

/** Version information of the CDK; it deploys nothing. */
export const properties: PropertyLists = {
  'AWS::CDK::Metadata': { Analytics: words },
};
