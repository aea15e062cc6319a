import { DisableKeyCommand, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import type { KeyControl } from '../offboarding/key-control.ts';
import { calling } from './aws-failure.ts';
import { KmsKeySource } from './kms-key-source.ts';

/** KMS for an offboarding. The key's own policy allows these calls to the key custodian alone. */
export class KmsKeyControl extends KmsKeySource implements KeyControl {
  async disable(region: string, arn: string): Promise<void> {
    await calling('kms:DisableKey', arn, () =>
      this.client(region).send(new DisableKeyCommand({ KeyId: arn })),
    );
  }

  async scheduleDeletion(region: string, arn: string, windowDays: number): Promise<void> {
    await calling('kms:ScheduleKeyDeletion', arn, () =>
      this.client(region).send(
        new ScheduleKeyDeletionCommand({ KeyId: arn, PendingWindowInDays: windowDays }),
      ),
    );
  }
}
