import {
  BackupClient,
  paginateListRecoveryPointsByResource,
  paginateListRestoreJobsByProtectedResource,
} from '@aws-sdk/client-backup';
import type { RecoveryPoint, RestoreJob, RestoreSource } from '../recovery/restore-source.ts';
import { type AwsAccess, clientConfig } from './aws-access.ts';
import { calling } from './aws-failure.ts';
import { given } from './given.ts';

/** Reads with List* alone; it changes nothing. An answer that lacks what a verdict needs is a failure. */
export class BackupRestoreSource implements RestoreSource {
  constructor(private readonly access: AwsAccess) {}

  restoresOf(region: string, bucketArn: string): Promise<readonly RestoreJob[]> {
    return this.reading('backup:ListRestoreJobsByProtectedResource', region, bucketArn, async (client) => {
      const jobs: RestoreJob[] = [];
      for await (const page of paginateListRestoreJobsByProtectedResource(
        { client },
        { ResourceArn: bucketArn },
      ))
        for (const job of given(page.RestoreJobs, 'RestoreJobs'))
          jobs.push({
            id: given(job.RestoreJobId, 'RestoreJobId'),
            status: given(job.Status, 'Status'),
            startedAt: given(job.CreationDate, 'CreationDate').toISOString(),
            test: job.CreatedBy?.RestoreTestingPlanArn !== undefined,
            ...(job.CompletionDate && { endedAt: job.CompletionDate.toISOString() }),
            ...(job.StatusMessage && { message: job.StatusMessage }),
            ...(job.ValidationStatus && { validation: job.ValidationStatus }),
          });
      return jobs;
    });
  }

  recoveryPointsOf(region: string, bucketArn: string): Promise<readonly RecoveryPoint[]> {
    return this.reading('backup:ListRecoveryPointsByResource', region, bucketArn, async (client) => {
      const points: RecoveryPoint[] = [];
      for await (const page of paginateListRecoveryPointsByResource({ client }, { ResourceArn: bucketArn }))
        for (const point of given(page.RecoveryPoints, 'RecoveryPoints'))
          points.push({
            status: given(point.Status, 'Status'),
            vault: given(point.BackupVaultName, 'BackupVaultName'),
            createdAt: given(point.CreationDate, 'CreationDate').toISOString(),
          });
      return points;
    });
  }

  private reading<T>(
    doing: string,
    region: string,
    place: string,
    read: (client: BackupClient) => Promise<T>,
  ): Promise<T> {
    return calling(doing, place, async () => {
      const client = new BackupClient(clientConfig(region, this.access));
      try {
        return await read(client);
      } finally {
        client.destroy();
      }
    });
  }
}
