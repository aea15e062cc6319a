import type { RosterLocation } from '../response/connect/deployed-roster';
import { setting } from './setting';

/** Where the deployment put the roster. */
export const rosterSettings = (): RosterLocation => ({
  bucket: setting('ROSTER_BUCKET'),
  key: setting('ROSTER_KEY'),
  sha256: setting('ROSTER_SHA256'),
  vendor: setting('VENDOR'),
});
