import { backupEvents, jobChanged } from '../backup-event.ts';
import type { Tripwire } from '../tripwire.ts';

/** A restore is rare and handles documents, so that its start is worth a message too. */
export const tripwire: Tripwire = {
  what: 'a restore',
  source: backupEvents,
  rings: (room) =>
    room.backedUp
      ? ['RUNNING', 'COMPLETED', 'ABORTED', 'FAILED'].map((status) => jobChanged(room, 'Restore', status))
      : [],
  silent: (room) => ['Backup', 'Copy'].map((job) => jobChanged(room, job as 'Copy', 'COMPLETED')),
};
