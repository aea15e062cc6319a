import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { sameJurisdiction } from '../../../reading/jurisdiction-regions.ts';
import { namedIn } from '../../../template/arn.ts';

const plan = (arn: unknown): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    Plan: {
      Type: 'AWS::Backup::BackupPlan',
      Properties: { BackupPlan: { BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn: arn }] }] } },
    },
  },
});

export const check = assemblyCheck({
  control: 'LPO-JUR-01',
  name: 'backup-copies-inside-the-jurisdiction',
  expected: 'every backup copy goes to a vault whose region is written out and in the same jurisdiction',
  fix: 'copy to a vault in the recovery region of the jurisdiction, or in the same region',
  judge(view) {
    const plans = view.ofType('AWS::Backup::BackupPlan');
    if (plans.length === 0) return 'not applicable';
    return plans.flatMap(({ stack, resource }) =>
      resource.list('BackupPlan.BackupPlanRule').flatMap((_, rule) =>
        resource.list(`BackupPlan.BackupPlanRule.${rule}.CopyActions`).flatMap((__, copy) => {
          const property = `BackupPlan.BackupPlanRule.${rule}.CopyActions.${copy}.DestinationBackupVaultArn`;
          const vault = view.target(resource.get(property), stack);
          const region =
            vault?.stack.region ?? namedIn(resource.text(property) ?? '', 'backup', 'backup-vault')?.region;
          return region !== undefined && sameJurisdiction(region, stack.region ?? 'unknown')
            ? []
            : [{ stack: stack.id, logicalId: resource.logicalId, property, got: resource.show(property) }];
        }),
      ),
    );
  },
  good: { 'the same region': plan('arn:aws:backup:eu-west-2:100000000004:backup-vault:lpo-meridian-copy') },
  bad: {
    abroad: plan('arn:aws:backup:us-east-1:100000000004:backup-vault:lpo-meridian-copy'),
    'decided at deployment': plan({ Ref: 'Vault' }),
  },
});
