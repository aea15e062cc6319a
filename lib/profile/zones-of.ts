import type { Matter } from '../config/vendor-schema.ts';
import { type Zone, zones } from '../model/engagement.ts';
import { resolveProfile } from './resolve-profile.ts';

/** Zones a matter's documents lie in: privileged material lies apart where the profile asks for it. */
export function zonesOf(matter: Pick<Matter, 'type' | 'dataClasses'>): Zone[] {
  const { separateKeyForPrivileged } = resolveProfile(matter);
  return zones.filter((zone) => zone === 'documents' || separateKeyForPrivileged);
}
