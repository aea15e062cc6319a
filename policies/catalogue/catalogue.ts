import type { CatalogueFacts } from '../authoring/control.ts';
import { controls } from '../controls/index.ts';
import { judgedTypes } from './judged-types.ts';

export { controls, sources } from '../controls/index.ts';

/** Facts about the whole catalogue that checks may ask for. */
export const catalogueFacts: CatalogueFacts = { judgedTypes: judgedTypes(controls) };

/** Ids of controls that once existed. An id is never given to another control. */
export const retiredIds: readonly string[] = [];
