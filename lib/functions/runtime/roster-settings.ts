import type { RosterLocation } from '../connect/deployed-roster.ts';
import { setting } from './setting.ts';

/** Place the deployment put the roster in. */
export const rosterSettings = (): RosterLocation => ({
  bucket: setting('ROSTER_BUCKET'),
  key: setting('ROSTER_KEY'),
  sha256: setting('ROSTER_SHA256'),
  vendor: setting('VENDOR'),
});
