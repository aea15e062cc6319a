import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that all tests of this run share; `start-run.js` makes a new one for each run. */
export function sharedFolder(name: string): string {
  const run = process.env.CLOSED_ROOM_TEST_RUN;
  if (!run) throw new Error('got no CLOSED_ROOM_TEST_RUN, expected the folder that start-run.js makes');
  const folder = join(run, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
