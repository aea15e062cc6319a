import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { backedUp, backupPlan } from '../../../authoring/fixtures/matter-backup.ts';
import { coveringSelections } from '../../../reading/covering-plans.ts';
import { matterOf } from '../../../reading/matter-of.ts';
import { namedIn } from '../../../template/arn.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';

const nightly = {
  TargetBackupVault: 'lpo-meridian-primary',
  ScheduleExpression: 'cron(0 3 * * ? *)',
  Lifecycle: { DeleteAfterDays: 35 },
  CopyActions: [
    { DestinationBackupVaultArn: 'arn:aws:backup:eu-west-2:100000000004:backup-vault:lpo-meridian-copy' },
  ],
};
const parts = {
  ...backedUp(backupPlan([nightly])),
  Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'lpo-meridian-primary' } },
};
const stack = (change: object): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': { ...parts, ...change },
  'meridian/Recovery': {
    account: '100000000004',
    template: {
      Resources: {
        Copy: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'lpo-meridian-copy' } },
      },
    },
  },
});
const rule = (change: object) => ({ Plan: backupPlan([{ ...nightly, ...change }]) });

export const check = assemblyCheck({
  control: 'LPO-RES-01',
  name: 'matter-buckets-backed-up',
  expected:
    'every matter bucket is in a backup plan with a schedule, kept at least 30 days, and copied to a vault of another account',
  fix: 'select the bucket by ARN; give the rule a schedule, Lifecycle.DeleteAfterDays of 30 or more and a CopyAction',
  judge(view) {
    const buckets = view.ofType('AWS::S3::Bucket').filter(({ resource }) => matterOf(resource) !== undefined);
    if (buckets.length === 0) return 'not applicable';
    return buckets.flatMap((bucket) => {
      const at = { stack: bucket.stack.id, logicalId: bucket.resource.logicalId, property: '-' };
      const plans = coveringSelections(view, bucket).map(({ stack, resource }) =>
        view.target(resource.get('BackupPlanId'), stack),
      );
      if (plans.length === 0) return [{ ...at, got: 'no backup selection' }];
      return plans.some((plan) => plan !== undefined && planHolds(view, plan))
        ? []
        : [{ ...at, got: 'no plan with a schedule, 30 days and a copy in another account' }];
    });
  },
  good: { whole: stack({}) },
  bad: {
    'another bucket': stack({
      Selection: {
        ...parts.Selection,
        Properties: { ...parts.Selection.Properties, BackupSelection: { Resources: ['arn:aws:s3:::x'] } },
      },
    }),
    'a vault elsewhere': stack(rule({ TargetBackupVault: 'elsewhere' })),
    'no schedule': stack(rule({ ScheduleExpression: undefined })),
    'a day': stack(rule({ Lifecycle: { DeleteAfterDays: 1 } })),
    'no copy': stack(rule({ CopyActions: [] })),
    'a copy in the same account': stack(
      rule({
        CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-west-2:200000000001:backup-vault:x' }],
      }),
    ),
    'a copy to a vault that is not there': stack(
      rule({
        CopyActions: [
          { DestinationBackupVaultArn: 'arn:aws:backup:eu-west-2:100000000004:backup-vault:elsewhere' },
        ],
      }),
    ),
    'a copy of a day': stack(
      rule({
        CopyActions: [
          {
            DestinationBackupVaultArn: 'arn:aws:backup:eu-west-2:100000000004:backup-vault:x',
            Lifecycle: { DeleteAfterDays: 1 },
          },
        ],
      }),
    ),
  },
});

function planHolds(view: AssemblyView, { stack, resource }: Placed): boolean {
  return resource.list('BackupPlan.BackupPlanRule').some((_, index) => {
    const at = `BackupPlan.BackupPlanRule.${index}`;
    const copies = resource.list(`${at}.CopyActions`).filter((__, copy) => {
      const path = `${at}.CopyActions.${copy}`;
      const { region, account, name } =
        namedIn(resource.text(`${path}.DestinationBackupVaultArn`) ?? '', 'backup', 'backup-vault') ?? {};
      const target = view
        .ofType('AWS::Backup::BackupVault')
        .some(
          (one) =>
            one.stack.account === account &&
            one.stack.region === region &&
            one.resource.text('BackupVaultName') === name,
        );
      const kept =
        resource.get(`${path}.Lifecycle`) === undefined ||
        Number(resource.text(`${path}.Lifecycle.DeleteAfterDays`)) >= 30;
      return target && account !== stack.account && kept;
    });
    const vault = view
      .ofType('AWS::Backup::BackupVault')
      .find(
        (one) =>
          one.stack.account === stack.account &&
          (view.target(resource.get(`${at}.TargetBackupVault`), stack) === one ||
            one.resource.text('BackupVaultName') === resource.text(`${at}.TargetBackupVault`)),
      );
    return (
      vault !== undefined &&
      resource.text(`${at}.ScheduleExpression`) !== undefined &&
      Number(resource.text(`${at}.Lifecycle.DeleteAfterDays`)) >= 30 &&
      copies.length > 0
    );
  });
}
