import type { CatalogueFacts } from '../authoring/check.ts';
import * as files from '../controls/index.ts';
import { joinControls } from './join-controls.ts';
import { judgedTypes } from './judged-types.ts';
import { retiredIds } from './retired-ids.ts';

/** Every control there is, ordered by id. */
export const controls = joinControls(files, retiredIds);

/** What the checks may know about the whole catalogue. */
export const catalogueFacts: CatalogueFacts = { judgedTypes: judgedTypes(controls) };
