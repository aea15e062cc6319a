import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { backupPlan, matterBackup } from '../../../authoring/fixtures/matter-backup.ts';
import { coveringPlans } from '../../../reading/covering-plans.ts';
import { matterOf } from '../../../reading/matter-of.ts';

const whole = { 'lpo:vendor': 'meridian', 'lpo:matter': 'm-7f3a9c', 'lpo:zone': 'documents' };
const plan = (RecoveryPointTags: object | undefined): ExampleStacks =>
  matterBackup(backupPlan([{ RuleName: 'nightly', RecoveryPointTags }]), whole);

const tags = ['lpo:vendor', 'lpo:matter', 'lpo:zone'];

/** Restorers are bound by these tags: a point without them cannot be restored, one with others by others. */
export const check = assemblyCheck({
  control: 'LPO-RES-01',
  name: 'recovery-points-tagged',
  expected: 'recovery points of a matter bucket carry the bucket’s own lpo:vendor, lpo:matter and lpo:zone',
  fix: 'give each rule of the plan RecoveryPointTags with the values of the bucket',
  judge(view) {
    const buckets = view.ofType('AWS::S3::Bucket').filter(({ resource }) => matterOf(resource) !== undefined);
    if (buckets.length === 0) return 'not applicable';
    return buckets.flatMap((bucket) =>
      coveringPlans(view, bucket).flatMap(({ stack, resource }) =>
        resource.list('BackupPlan.BackupPlanRule').flatMap((_, index) => {
          const property = `BackupPlan.BackupPlanRule.${index}.RecoveryPointTags`;
          // A bucket of documents says no zone; a privileged one does.
          const own: Record<string, string> = { 'lpo:zone': 'documents', ...bucket.resource.tags };
          const other = tags.filter(
            (tag) => own[tag] === undefined || resource.text(`${property}.${tag}`) !== own[tag],
          );
          return other.length === 0
            ? []
            : [{ stack: stack.id, logicalId: resource.logicalId, property, got: resource.show(property) }];
        }),
      ),
    );
  },
  good: { 'its own': plan(whole) },
  bad: {
    none: plan(undefined),
    'no zone': plan({ ...whole, 'lpo:zone': undefined }),
    'another matter': plan({ ...whole, 'lpo:matter': 'm-2be41d' }),
  },
});
