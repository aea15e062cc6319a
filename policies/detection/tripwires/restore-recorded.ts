import { backupEvents, jobChanged } from '../backup-event.ts';
import type { Tripwire } from '../tripwire.ts';

/** AWS Backup forgets its jobs; a restore nobody can show later was not tested. */
export const tripwire: Tripwire = {
  what: 'a restore, for the record',
  source: backupEvents,
  reaches: 'log group',
  rings: (room) =>
    room.backedUp
      ? [
          ...['PENDING', 'RUNNING', 'COMPLETED', 'ABORTED', 'FAILED'].map((status) =>
            jobChanged(room, 'Restore', status),
          ),
          ...['CREATED', 'RUNNING', 'COMPLETED', 'FAILED'].map((state) => jobChanged(room, 'Copy', state)),
        ]
      : [],
  silent: (room) => [jobChanged(room, 'Backup', 'RUNNING')],
};
