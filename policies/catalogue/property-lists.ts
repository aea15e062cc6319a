import type { PropertyLists } from '../authoring/shapes/shape.ts';
import * as files from '../properties/index.ts';

/** Closed lists of every file of `policies/properties`, by type. */
export const propertyLists: PropertyLists = Object.fromEntries(
  Object.values(files).flatMap(({ properties }) => Object.entries(properties)),
);
