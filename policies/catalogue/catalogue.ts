import type { CatalogueFacts } from '../authoring/check.ts';
import * as files from '../controls/index.ts';
import { joinControls } from './join-controls.ts';
import { judgedTypes } from './judged-types.ts';
import { propertyLists } from './property-lists.ts';
import { retiredIds } from './retired-ids.ts';

/** Every control there is, ordered by id. */
export const controls = joinControls(files, retiredIds);

/** Facts about the whole catalogue that checks may ask for. */
export const catalogueFacts: CatalogueFacts = {
  judgedTypes: judgedTypes(controls, propertyLists),
  properties: propertyLists,
};
