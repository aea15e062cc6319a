import { setting } from '../runtime/setting.ts';
import type { RosterLocation } from './deployed-roster.ts';

/** Place the deployment put the roster in. */
export const rosterSettings = (): RosterLocation => ({
  bucket: setting('ROSTER_BUCKET'),
  key: setting('ROSTER_KEY'),
  sha256: setting('ROSTER_SHA256'),
  vendor: setting('VENDOR'),
});
