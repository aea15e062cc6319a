import { judgeZone } from '../../../../lib/operations/recovery/judge-zone.ts';
import type { RecoveryPoint, RestoreJob } from '../../../../lib/operations/recovery/restore-source.ts';
import { recoveryObjectives } from '../../../../lib/profile/recovery-objectives.ts';

const asOf = '2026-11-21T12:00:00.000Z';
const point: RecoveryPoint = { status: 'COMPLETED', vault: 'v', createdAt: '2026-11-21T02:00:00.000Z' };
const job: RestoreJob = {
  ...{ id: 'one', status: 'COMPLETED', test: true },
  ...{ startedAt: '2026-11-01T16:00:00.000Z', endedAt: '2026-11-01T17:12:00.000Z' },
};
const missed = (points: readonly RecoveryPoint[], jobs: readonly RestoreJob[]) =>
  judgeZone(recoveryObjectives.high, points, jobs, asOf).missed;

test('a fresh backup and a recent restore in time miss nothing', () => {
  expect(missed([point], [job])).toEqual([]);
});

test.each<[string, readonly RecoveryPoint[], readonly RestoreJob[], string]>([
  ['no backup', [], [job], 'no completed backup in the vendor’s vault'],
  [
    'a partial backup alone',
    [{ ...point, status: 'PARTIAL' }],
    [job],
    'no completed backup in the vendor’s vault',
  ],
  [
    'an old backup',
    [{ ...point, createdAt: '2026-11-20T05:00:00.000Z' }],
    [job],
    'newest backup is 31 h old, RPO is 24 h',
  ],
  ['no restore', [point], [], 'no restore was ever completed; one is due every 35 days'],
  [
    'a restore that still runs',
    [point],
    [{ id: 'r', status: 'RUNNING', test: true, startedAt: job.startedAt }],
    'no restore was ever completed; one is due every 35 days',
  ],
  [
    'a restore in the future of the report',
    [point],
    [{ ...job, endedAt: '2026-11-22T00:00:00.000Z' }],
    'no restore was ever completed; one is due every 35 days',
  ],
  [
    'an old restore',
    [point],
    [{ ...job, startedAt: '2026-10-10T00:00:00.000Z', endedAt: '2026-10-10T01:00:00.000Z' }],
    'last restore was 2026-10-10; one is due every 35 days',
  ],
  [
    'a slow restore',
    [point],
    [{ ...job, endedAt: '2026-11-03T17:30:00.000Z' }],
    'last restore took 49 h 30 min, RTO is 48 h',
  ],
  [
    'a restore that left objects out',
    [point],
    [{ ...job, message: 'One or more objects failed to be restored from arn to bucket.' }],
    'last restore left objects out',
  ],
  [
    'a restore of nothing',
    [point],
    [{ ...job, message: 'There are no objects that match the restore request for arn.' }],
    'last restore found nothing to restore',
  ],
  [
    'a test that was rejected',
    [point],
    [{ ...job, validation: 'FAILED' }],
    'last restore was looked at and rejected',
  ],
  [
    'a failure after a success',
    [point],
    [job, { ...job, id: 'two', status: 'FAILED', endedAt: '2026-11-15T17:00:00.000Z' }],
    'the latest restore ended FAILED on 2026-11-15',
  ],
])('%s is missed', (_, points, jobs, what) => {
  expect(missed(points, jobs)).toEqual([what]);
});

test('a success after a failure counts', () => {
  const failed = { ...job, id: 'two', status: 'FAILED', endedAt: '2026-10-15T17:00:00.000Z' };
  expect(missed([point], [failed, job])).toEqual([]);
});
