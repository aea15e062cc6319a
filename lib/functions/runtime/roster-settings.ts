import type { RosterLocation } from '../connect/deployed-roster.ts';
import { setting } from './setting.ts';

/** Where the deployment put the roster. */
export const rosterSettings = (): RosterLocation => ({
  bucket: setting('ROSTER_BUCKET'),
  key: setting('ROSTER_KEY'),
  sha256: setting('ROSTER_SHA256'),
  vendor: setting('VENDOR'),
});
