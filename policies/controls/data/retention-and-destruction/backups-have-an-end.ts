import { type Deviation, resourceCheck } from '../../../authoring/check.ts';

const plan = (Lifecycle: unknown, copy: unknown) => ({
  Type: 'AWS::Backup::BackupPlan',
  Properties: {
    BackupPlan: {
      BackupPlanRule: [
        {
          RuleName: 'nightly',
          Lifecycle,
          CopyActions: [
            {
              DestinationBackupVaultArn: 'arn:aws:backup:eu-west-2:100000000004:backup-vault:copy',
              Lifecycle: copy,
            },
          ],
        },
      ],
    },
  },
});
const days = (DeleteAfterDays: unknown) => ({ DeleteAfterDays });
/** The longest retention a vendor file can ask for is a hundred years. */
const longestDays = 36_500;

/** A copy does not take its lifecycle from the rule: without one of its own it is kept for ever. */
export const check = resourceCheck({
  control: 'LPO-DAT-07',
  name: 'backups-have-an-end',
  expected: 'every backup and every copy of one is deleted after a number of days, within a hundred years',
  fix: 'give the rule and each of its CopyActions a Lifecycle with DeleteAfterDays',
  types: ['AWS::Backup::BackupPlan'],
  judge(resource) {
    const rules = resource.list('BackupPlan.BackupPlanRule');
    return rules.flatMap((_, rule): Deviation[] => {
      const at = `BackupPlan.BackupPlanRule.${rule}`;
      const copies = resource.list(`${at}.CopyActions`).map((__, copy) => `${at}.CopyActions.${copy}`);
      return [at, ...copies]
        .map((path) => `${path}.Lifecycle.DeleteAfterDays`)
        .filter((path) => !ends(resource.text(path)))
        .map((property) => ({ property, got: resource.show(property) }));
    });
  },
  good: {
    both: plan(days(2557), days(2557)),
    'no copy': {
      ...plan(days(35), undefined),
      Properties: { BackupPlan: { BackupPlanRule: [{ Lifecycle: days(35) }] } },
    },
  },
  bad: {
    'a copy for ever': plan(days(2557), undefined),
    'a rule for ever': plan(undefined, days(2557)),
    'never, written out': plan(days(2557), days(-1)),
    'cold and never deleted': plan(days(2557), { MoveToColdStorageAfterDays: 30 }),
    'a thousand years': plan(days(365_000), days(2557)),
    'decided at deployment': plan(days({ Ref: 'Days' }), days(2557)),
  },
});

const ends = (written: string | undefined): boolean =>
  written !== undefined && /^\d+$/.test(written) && Number(written) >= 1 && Number(written) <= longestDays;
