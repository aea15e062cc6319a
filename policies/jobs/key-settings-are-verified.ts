import type { Job, Task } from '../proofs/work/job.ts';
import { sources } from '../proofs/work/sources.ts';

export const job: Job = {
  id: 'key-settings-are-verified',
  title: 'Staff of each account of the firm read the settings of its keys: policy, rotation, grants and tags',
  controls: ['LPO-DAT-01'],
  tasks: ({ world }) =>
    world.resources
      // In the vendor's account the auditor does.
      .filter(({ type, account }) => type === 'AWS::KMS::Key' && account !== world.account)
      .map(
        ({ arn, account }): Task => ({
          does: 'verifies the settings of a key',
          who: { kind: 'account', account },
          actions: [
            'kms:DescribeKey',
            'kms:GetKeyPolicy',
            'kms:GetKeyRotationStatus',
            'kms:ListGrants',
            'kms:ListResourceTags',
          ],
          on: [arn],
          from: 'internet',
          source: sources.kms,
        }),
      ),
};
