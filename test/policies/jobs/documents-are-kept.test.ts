import { type Plant, plants, type Short, saidOf, set } from '../../support/planted.ts';

const matter = 'meridian/Matter-m-7f3a9c';
const elsewhere = 'somebody-elses';
const containment = 'kill-switch-contains-a-vendor';

const rows: Plant[] = [
  ...plants(
    'backup-copies-documents',
    ['meridian/Backup', 'AWS::Backup::BackupVault'],
    [
      'a vault that keeps longer',
      (of) => set({ MinRetentionDays: 3000 })(of.LockConfiguration),
      /lpo-meridian-primary refuses backups kept for 2192 days: MinRetentionDays is 3000/,
    ],
    [
      'a vault that keeps shorter',
      (of) => set({ MaxRetentionDays: 365 })(of.LockConfiguration),
      /MaxRetentionDays is 365/,
    ],
  ),
  ...plants(
    'backup-copies-documents',
    [matter, 'AWS::Backup::BackupSelection'],
    [
      'all but the bucket',
      (of) => set({ NotResources: ['arn:aws:s3:::*'] })(of.BackupSelection),
      /m-7f3a9c-200000000001-eu-west-2 is backed up: NotResources .* leaves it out/,
    ],
    [
      'a tag it does not have',
      (of) =>
        set({ Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/x', ConditionValue: 'y' }] } })(
          of.BackupSelection,
        ),
      /Conditions of its backup selection/,
    ],
    [
      'another plan',
      set({ BackupPlanId: elsewhere }),
      /BackupPlanId is somebody-elses, which no template makes/,
    ],
  ),
  ...plants(
    'backup-copies-documents',
    [matter, 'AWS::Backup::BackupPlan'],
    ...(
      [
        [
          'a day that there is not',
          { ScheduleExpression: 'cron(0 0 31 2 ? *)' },
          /which does not run every day/,
        ],
        [
          'a time zone that there is not',
          { ScheduleExpressionTimezone: 'Mars/Olympus' },
          /no time zone is called Mars/,
        ],
        ['no time to start', { StartWindowMinutes: 1 }, /StartWindowMinutes is 1, expected 60 at least/],
        [
          'no time to end',
          { CompletionWindowMinutes: 61 },
          /CompletionWindowMinutes is 61, expected 60 more/,
        ],
        [
          'a vault that there is not',
          { TargetBackupVault: elsewhere },
          /TargetBackupVault is somebody-elses, which no template makes/,
        ],
        ['continuous backups', { EnableContinuousBackup: true }, /EnableContinuousBackup keeps 35 days/],
        [
          'less than the vault keeps',
          { Lifecycle: { DeleteAfterDays: 7 } },
          /kept for 7 days: MinRetentionDays is 30/,
        ],
      ] as const
    ).map(
      ([what, change, says]): Short => [what, (of) => set(change)(of.BackupPlan.BackupPlanRule[0]), says],
    ),
  ),
  ...plants(
    'restore-tests-prove-recovery',
    ['meridian/Backup', 'AWS::Backup::RestoreTestingPlan'],
    ...(
      [
        [
          'another vault',
          { IncludeVaults: ['arn:aws:backup:eu-west-2:200000000001:backup-vault:x'] },
          /IncludeVaults is .*, not the vault of its backups/,
        ],
        ['all but the vault', { ExcludeVaults: ['*'] }, /ExcludeVaults leaves out the vault/],
        [
          'points that there are not',
          { RecoveryPointTypes: ['CONTINUOUS'] },
          /and its backups are snapshots/,
        ],
        ['no day to look back', { SelectionWindowDays: 0 }, /SelectionWindowDays is 0, expected 2/],
      ] as const
    ).map(([what, change, says]): Short => [what, (of) => set(change)(of.RecoveryPointSelection), says]),
  ),
  ...plants(
    'restore-tests-prove-recovery',
    [matter, 'AWS::Backup::RestoreTestingSelection'],
    ['a disk', set({ ProtectedResourceType: 'EBS' }), /ProtectedResourceType is EBS/],
    ['another bucket', set({ ProtectedResourceArns: ['arn:aws:s3:::x'] }), /no restore test names it/],
    [
      'metadata that a test of S3 does not take',
      (of) => set({ restoreACLs: 'false' })(of.RestoreMetadataOverrides),
      /RestoreMetadataOverrides has restoreACLs/,
    ],
  ),
  ...plants(
    'reviewer-works-on-documents',
    [matter, 'AWS::S3::Bucket'],
    ...(
      [
        [
          'documents go to sleep',
          { Transitions: [{ StorageClass: 'DEEP_ARCHIVE', TransitionInDays: 30 }] },
          /moved to DEEP_ARCHIVE, from which nothing is read at once.*DocumentsBucket/,
        ],
        [
          'older versions go to sleep',
          { NoncurrentVersionTransitions: [{ StorageClass: 'GLACIER', TransitionInDays: 30 }] },
          /moved to GLACIER/,
        ],
        [
          'documents end after a day',
          { ExpirationInDays: 1 },
          /ends current versions after 1 days, and somebody is assigned until 20\d\d-/,
        ],
        [
          'documents end while somebody works',
          { ExpirationDate: '2027-01-01T00:00:00Z' },
          /ends current versions on 2027-01-01/,
        ],
      ] as const
    ).map(
      ([what, rule, says]): Short => [
        what,
        (of) => of.LifecycleConfiguration.Rules.push({ Status: 'Enabled', ...rule }),
        says,
      ],
    ),
  ),
  ...plants(
    containment,
    ['meridian/Connect', 'AWS::S3::Bucket'],
    [
      'suspensions end after a day',
      (of) => of.LifecycleConfiguration.Rules.push({ Status: 'Enabled', ExpirationInDays: 1 }),
      /suspensions in lpo-meridian-state-.* stay: the lifecycle rule .* ends current versions after 1 days/,
    ],
  ),
];

test.each(rows.map((row) => [`${row.job}: ${row.planted}`, row] as const))('%s', (_, row) => {
  expect(saidOf(row)).toContainEqual(expect.stringMatching(row.says));
});

test.each<[string, string, Plant['at'], Plant['change']]>([
  [
    'backups at hours that are listed',
    'backup-copies-documents',
    [matter, 'AWS::Backup::BackupPlan'],
    (of) => set({ ScheduleExpression: 'cron(0 2,14 * * ? *)' })(of.BackupPlan.BackupPlanRule[0]),
  ],
  [
    'a class that is read at once',
    'reviewer-works-on-documents',
    [matter, 'AWS::S3::Bucket'],
    (of) =>
      of.LifecycleConfiguration.Rules.push({
        Status: 'Enabled',
        Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 30 }],
      }),
  ],
  [
    'a lifecycle that is off',
    'reviewer-works-on-documents',
    [matter, 'AWS::S3::Bucket'],
    (of) => of.LifecycleConfiguration.Rules.push({ Status: 'Disabled', ExpirationInDays: 1 }),
  ],
])('%s stops nobody', (_, job, at, change) => {
  expect(saidOf({ job, at, change })).toEqual([]);
});
