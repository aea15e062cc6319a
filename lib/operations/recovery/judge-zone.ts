import { millisecondsADay, millisecondsAnHour } from '../../model/days.ts';
import type { RecoveryObjectives } from '../../profile/recovery-objectives.ts';
import type { RecoveryPoint, RestoreJob } from './restore-source.ts';

export interface ZoneVerdict {
  readonly newestPoint?: RecoveryPoint;
  /** The last restore that came to its end, test or not. */
  readonly lastRestore?: RestoreJob;
  readonly missed: readonly string[];
}

/** Whole minutes between two ISO times. */
export const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

/** Objectives against what happened until `asOf`. What AWS Backup cannot show counts as missed. */
export function judgeZone(
  { rpoHours, rtoHours, testEveryDays }: RecoveryObjectives,
  points: readonly RecoveryPoint[],
  jobs: readonly RestoreJob[],
  asOf: string,
): ZoneVerdict {
  const missed: string[] = [];
  const newestPoint = latest(
    points.filter(({ status }) => status === 'COMPLETED'),
    ({ createdAt }) => createdAt,
  );
  const hoursOld = newestPoint
    ? (Date.parse(asOf) - Date.parse(newestPoint.createdAt)) / millisecondsAnHour
    : undefined;
  if (hoursOld === undefined) missed.push('no completed backup in the vendor’s vault');
  else if (hoursOld > rpoHours)
    missed.push(`newest backup is ${Math.floor(hoursOld)} h old, RPO is ${rpoHours} h`);

  const ended = jobs.filter(({ endedAt }) => endedAt !== undefined && endedAt <= asOf);
  const end = ({ endedAt }: RestoreJob) => endedAt ?? '';
  const lastRestore = latest(
    ended.filter((job) => job.status === 'COMPLETED'),
    end,
  );
  const lastEnded = latest(ended, end);
  if (lastEnded && lastEnded !== lastRestore)
    missed.push(`the latest restore ended ${lastEnded.status} on ${end(lastEnded).slice(0, 10)}`);
  if (!lastRestore) missed.push(`no restore was ever completed; one is due every ${testEveryDays} days`);
  else missed.push(...faultsOf(lastRestore));
  return { ...(newestPoint && { newestPoint }), ...(lastRestore && { lastRestore }), missed };

  function faultsOf(job: RestoreJob): string[] {
    const minutes = minutesBetween(job.startedAt, end(job));
    // A test may start and end late by no more than the time objective.
    const due = Date.parse(end(job)) + testEveryDays * millisecondsADay + rtoHours * millisecondsAnHour;
    return [
      ...(due < Date.parse(asOf)
        ? [`last restore was ${end(job).slice(0, 10)}; one is due every ${testEveryDays} days`]
        : []),
      ...(minutes > rtoHours * 60 ? [`last restore took ${duration(minutes)}, RTO is ${rtoHours} h`] : []),
      ...(/failed to be restored/i.test(job.message ?? '') ? ['last restore left objects out'] : []),
      ...(/no objects that match/i.test(job.message ?? '') ? ['last restore found nothing to restore'] : []),
      ...(job.validation === 'FAILED' ? ['last restore was looked at and rejected'] : []),
    ];
  }
}

/** `1 h 12 min` */
export const duration = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;

function latest<T>(all: readonly T[], at: (one: T) => string): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || at(one) > at(best) ? one : best),
    undefined,
  );
}
