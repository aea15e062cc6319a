import type { ControlId } from '../authoring/control-row.ts';

/** Ids of controls that once existed. An id is never given to another control. */
export const retiredIds: readonly ControlId[] = [];
