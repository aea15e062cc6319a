import { fact } from '../proofs/cases/fact.ts';
import type { Job } from '../proofs/work/job.ts';
import { keyBehind, vendorRole } from '../proofs/work/roles.ts';
import { signsIn } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';
import { tasksOf } from '../proofs/work/tasks-of.ts';

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
      ...beside.map((word) => keyBehind(world, word)),
    ];
    const once = tasksOf(who, { from: 'internet', source: sources.kms });
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
