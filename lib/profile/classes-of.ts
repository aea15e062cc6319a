import type { Matter } from '../config/vendor-schema.ts';
import type { DataClass } from '../model/engagement.ts';
import { engagementFloors } from './engagement-floors.ts';

/** Classes of data a matter holds: those its file names and those its type always holds. Sorted. */
export const classesOf = (matter: Pick<Matter, 'type' | 'dataClasses'>): DataClass[] =>
  [...new Set([...engagementFloors[matter.type], ...matter.dataClasses])].sort();
