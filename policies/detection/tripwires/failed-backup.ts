import { backupEvents, jobChanged } from '../backup-event.ts';
import type { Tripwire } from '../tripwire.ts';

/** Without a backup, or its copy, there is nothing to restore. */
export const tripwire: Tripwire = {
  what: 'a failed backup or copy',
  source: backupEvents,
  rings: (room) =>
    room.backedUp
      ? (['Backup', 'Copy'] as const).flatMap((job) =>
          ['ABORTED', 'EXPIRED', 'FAILED'].map((state) => jobChanged(room, job, state)),
        )
      : [],
  silent: (room) => [jobChanged(room, 'Backup', 'COMPLETED'), jobChanged(room, 'Copy', 'RUNNING')],
};
