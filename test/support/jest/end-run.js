import { rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** The end of what `start-run.js` began. */
export default function endRun() {
  rmSync(dirname(process.env.CLOSED_ROOM_TEST_RUN), { recursive: true, force: true });
}
