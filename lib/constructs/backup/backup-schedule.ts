import type { RecoveryObjectives } from '../../profile/recovery-objectives.ts';

export interface BackupSchedule {
  readonly scheduleExpression: string;
  readonly startWindowMinutes: number;
  readonly completionWindowMinutes: number;
}

/**
 * The plan that keeps a recovery point objective.
 *
 * Whatever happens just before a backup is done is lost back to the beginning of the one before: the interval,
 * the time it may start late, and the time it may take. Half the objective each, the first hour of the second
 * half for the start.
 */
export function backupSchedule({ rpoHours }: Pick<RecoveryObjectives, 'rpoHours'>): BackupSchedule {
  const interval = rpoHours / 2;
  return {
    scheduleExpression: interval === 24 ? 'cron(0 2 * * ? *)' : `cron(0 2/${interval} * * ? *)`,
    startWindowMinutes: 60,
    completionWindowMinutes: (interval - 1) * 60,
  };
}
