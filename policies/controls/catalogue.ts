import type { CatalogueFacts } from './control';
import { controls } from './index';
import { judgedTypes } from './judged-types';

export { controls, sources } from './index';

/** What the checks may know about the whole catalogue. */
export const catalogueFacts: CatalogueFacts = { judgedTypes: judgedTypes(controls) };

/** Ids of controls that once existed. An id is never given to another control. */
export const retiredIds: readonly string[] = [];
