import type { RecoveryObjectives } from '../../profile/recovery-objectives.ts';

export interface BackupSchedule {
  /**
   * Start of a backup, as an AWS cron expression in UTC.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html
   */
  readonly scheduleExpression: string;
  /** Minutes in which a backup must start, 60 at least for AWS Backup. */
  readonly startWindowMinutes: number;
  /** Minutes after the start in which a backup must end. */
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
