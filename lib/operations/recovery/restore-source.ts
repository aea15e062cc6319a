/** Source of one bucket's restores and recovery points in AWS Backup. Times are ISO, UTC. */
export interface RestoreSource {
  /** Every restore job of a bucket's recovery points that AWS Backup still lists, in any order. */
  restoresOf(region: string, bucketArn: string): Promise<readonly RestoreJob[]>;
  /** Every recovery point of a bucket, in any order. */
  recoveryPointsOf(region: string, bucketArn: string): Promise<readonly RecoveryPoint[]>;
}

export interface RestoreJob {
  readonly id: string;
  /** `COMPLETED`, `FAILED`, `ABORTED`, `RUNNING`, `PENDING`; whatever else AWS Backup says. */
  readonly status: string;
  /** AWS Backup completes a job that left objects out, and says so here. */
  readonly message?: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  /** True where a restore testing plan started it. */
  readonly test: boolean;
  /** True where somebody looked at a test and found it wanting. */
  readonly validation?: string;
}

export interface RecoveryPoint {
  readonly status: string;
  readonly vault: string;
  readonly createdAt: string;
}
