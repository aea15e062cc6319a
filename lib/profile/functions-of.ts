import type { Matter } from '../config/vendor-schema.ts';
import { type MatterFunction, matterFunctions } from '../model/engagement.ts';
import { resolveProfile } from './resolve-profile.ts';

/**
 * Functions that act on a matter: all of them, the second approver only where the profile asks for one or
 * the file names a group of its own accord.
 */
export function functionsOf(matter: Pick<Matter, 'type' | 'dataClasses' | 'groups'>): MatterFunction[] {
  const second = resolveProfile(matter).secondApprover || matter.groups.secondApprover !== undefined;
  return matterFunctions.filter((fn) => fn !== 'secondApprover' || second);
}
