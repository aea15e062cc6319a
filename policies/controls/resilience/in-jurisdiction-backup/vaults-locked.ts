import { resourceCheck } from '../../../authoring/check.ts';
import { expectAtLeast } from '../../../authoring/expect.ts';

const closed = {
  Statement: [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: [
        'backup:DeleteRecoveryPoint',
        'backup:UpdateRecoveryPointLifecycle',
        'backup:DeleteBackupVault',
        'backup:PutBackupVaultAccessPolicy',
      ],
      Resource: '*',
    },
  ],
};
const vault = (properties: object) => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: {
    LockConfiguration: { MinRetentionDays: 30, ChangeableForDays: 3 },
    AccessPolicy: closed,
    ...properties,
  },
});

/** `ChangeableForDays` makes it compliance mode: after that nobody, AWS included, can lift the lock. */
export const check = resourceCheck({
  control: 'LPO-RES-01',
  name: 'vaults-locked',
  expected: 'a backup vault is locked in compliance mode with a least retention of 30 days',
  fix: 'set LockConfiguration with MinRetentionDays of 30 or more and ChangeableForDays between 3 and 30',
  types: ['AWS::Backup::BackupVault'],
  judge: (resource) => [
    ...expectAtLeast(resource, 'LockConfiguration.MinRetentionDays', 30, 'days'),
    ...(Number(resource.text('LockConfiguration.ChangeableForDays') ?? Number.NaN) <= 30
      ? []
      : [
          {
            property: 'LockConfiguration.ChangeableForDays',
            got: resource.show('LockConfiguration.ChangeableForDays'),
          },
        ]),
  ],
  good: { locked: vault({}) },
  bad: {
    'no lock': vault({ LockConfiguration: undefined }),
    'a week': vault({ LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: 3 } }),
    'governance mode': vault({ LockConfiguration: { MinRetentionDays: 30 } }),
    'changeable for years': vault({ LockConfiguration: { MinRetentionDays: 30, ChangeableForDays: 3650 } }),
  },
});
