import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { backupPlan, matterBackup } from '../../../authoring/fixtures/matter-backup.ts';
import { coveringSelections } from '../../../reading/covering-plans.ts';
import { matterOf } from '../../../reading/matter-of.ts';
import { isObject } from '../../../template/template-shape.ts';

const off = { BackupACLs: 'disabled', BackupObjectTags: 'disabled' };
const plan = (AdvancedBackupSettings?: readonly object[]): ExampleStacks =>
  matterBackup(backupPlan([], { AdvancedBackupSettings }));

/** The scan's verdict is a tag: restored with its tags, a document would be served without a new scan. */
export const check = assemblyCheck({
  control: 'LPO-RES-01',
  name: 'backups-carry-no-object-tags',
  expected:
    'backups of matter buckets leave out object tags and ACLs, so that what is restored is scanned again',
  fix: 'set AdvancedBackupSettings of S3: BackupObjectTags disabled and BackupACLs disabled',
  judge(view) {
    const buckets = view.ofType('AWS::S3::Bucket').filter(({ resource }) => matterOf(resource) !== undefined);
    if (buckets.length === 0) return 'not applicable';
    return buckets.flatMap((bucket) =>
      coveringSelections(view, bucket).flatMap(({ stack, resource }) => {
        const found = view.target(resource.get('BackupPlanId'), stack);
        const settings = found?.resource.list('BackupPlan.AdvancedBackupSettings').filter(isObject) ?? [];
        const ofS3 = settings.filter(({ ResourceType }) => ResourceType === 'S3');
        const left =
          ofS3.length > 0 &&
          ofS3.every(
            ({ BackupOptions: options }) =>
              isObject(options) &&
              options.BackupObjectTags === 'disabled' &&
              options.BackupACLs === 'disabled',
          );
        const at = found ?? { stack, resource };
        const property = 'BackupPlan.AdvancedBackupSettings';
        return left
          ? []
          : [
              {
                stack: at.stack.id,
                logicalId: at.resource.logicalId,
                property,
                got: at.resource.show(property),
              },
            ];
      }),
    );
  },
  good: { 'both left out': plan([{ ResourceType: 'S3', BackupOptions: off }]) },
  bad: {
    'by default': plan(),
    'of another service': plan([{ ResourceType: 'EC2', BackupOptions: off }]),
    'tags kept': plan([{ ResourceType: 'S3', BackupOptions: { BackupACLs: 'disabled' } }]),
    'ACLs kept': plan([{ ResourceType: 'S3', BackupOptions: { BackupObjectTags: 'disabled' } }]),
    'tags kept on purpose': plan([
      { ResourceType: 'S3', BackupOptions: { ...off, BackupObjectTags: 'enabled' } },
    ]),
  },
});
