import { fact } from '../proofs/cases/fact.ts';
import type { Job, Task } from '../proofs/work/job.ts';
import { keyBehind, vendorRole } from '../proofs/work/roles.ts';
import { signsIn } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';

/** Keys under which something of the vendor lies: its end is that they are gone. */
const beside = ['backup', 'logs', 'canary'];

export const job: Job = {
  id: 'key-custodian-suspends-and-retires-keys',
  title: 'The key custodian suspends a key, brings it back, and at the end has it deleted',
  controls: ['LPO-DAT-01'],
  tasks: ({ world, matters }) => {
    const who = vendorRole(world, 'keyCustodian');
    const keys = [
      ...matters.flatMap((matter) => matter.keys.map(({ arn }) => arn)),
      ...beside.flatMap((word) => keyBehind(world, word) ?? []),
    ];
    const once = (
      does: string,
      actions: readonly string[],
      on: readonly string[],
      more: Partial<Task> = {},
    ): Task => ({
      does,
      who,
      actions,
      on,
      from: 'internet',
      source: sources.kms,
      ...more,
    });
    return [
      ...signsIn(world, who),
      once('finds keys', ['kms:ListKeys', 'kms:ListAliases', 'cloudtrail:LookupEvents'], ['*']),
      once(
        'looks at a key',
        [
          'kms:DescribeKey',
          'kms:GetKeyPolicy',
          'kms:GetKeyRotationStatus',
          'kms:ListGrants',
          'kms:ListResourceTags',
        ],
        keys,
      ),
      once(
        'suspends a key and brings it back',
        ['kms:DisableKey', 'kms:EnableKey', 'kms:CancelKeyDeletion'],
        keys,
      ),
      once('has a key deleted', ['kms:ScheduleKeyDeletion'], keys, {
        shows: [fact('NumericEquals', 'kms:ScheduleKeyDeletionPendingWindowInDays', '30')],
      }),
    ];
  },
};
