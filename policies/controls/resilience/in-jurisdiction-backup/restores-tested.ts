import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { encryptedUnder, matterBucket, matterBucketName } from '../../../authoring/fixtures/bucket.ts';
import { key, keyArn } from '../../../authoring/fixtures/key.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { matterOf } from '../../../reading/matter-of.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';
import { matterName, readName, readOurRole, zoneId } from '../../../template/names.ts';

const vault = 'arn:aws:backup:eu-west-2:200000000001:backup-vault:lpo-meridian-primary';
const overrides = { encryptionType: 'SSE-KMS', kmsKey: keyArn() };
const stack = (change: { plan?: object; selection?: object }): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    Key: key(),
    Bucket: matterBucket({}, encryptedUnder()),
    Plan: {
      Type: 'AWS::Backup::RestoreTestingPlan',
      Properties: {
        RestoreTestingPlanName: 'lpo_meridian_every_35_days_1',
        ScheduleExpression: 'cron(0 16 ? * 1#1 *)',
        RecoveryPointSelection: { IncludeVaults: [vault] },
        ...change.plan,
      },
    },
    Selection: {
      Type: 'AWS::Backup::RestoreTestingSelection',
      Properties: {
        RestoreTestingPlanName: 'lpo_meridian_every_35_days_1',
        ProtectedResourceType: 'S3',
        ProtectedResourceArns: [`arn:aws:s3:::${matterBucketName}`],
        IamRoleArn: roleArn(matterName('meridian', 'm-7f3a9c', 'restoreTest')),
        RestoreMetadataOverrides: overrides,
        ValidationWindowHours: 1,
        ...change.selection,
      },
    },
  },
});

/** Sundays, of every month or of every third. */
const atLeastQuarterly = /^cron\(\d{1,2} \d{1,2} \? (\*|\d{1,2}\/[123]) [1-7]#1 \*\)$/;

/** AWS Backup makes the bucket of a test itself; without the override the documents lie under a key of AWS. */
export const check = assemblyCheck({
  control: 'LPO-RES-01',
  name: 'restores-tested',
  expected:
    'the backup of every matter bucket is restored at least once a quarter, under the bucket’s own key, by its own test role, and deleted within a day',
  fix: 'add a RestoreTestingPlan and a RestoreTestingSelection that names the bucket, overrides encryptionType with SSE-KMS and kmsKey with the bucket’s key',
  judge(view) {
    const buckets = view.ofType('AWS::S3::Bucket').filter(({ resource }) => matterOf(resource) !== undefined);
    if (buckets.length === 0) return 'not applicable';
    return buckets.flatMap((bucket) => {
      const at = { stack: bucket.stack.id, logicalId: bucket.resource.logicalId, property: '-' };
      const arn = `arn:aws:s3:::${bucket.resource.text('BucketName')}`;
      const selections = view
        .ofType('AWS::Backup::RestoreTestingSelection')
        .filter(({ resource }) => resource.text('ProtectedResourceArns.0') === arn);
      if (selections.length !== 1)
        return [{ ...at, got: `${selections.length} restore tests of this bucket` }];
      return selections
        .flatMap((selection) => faults(view, bucket, selection))
        .map((got) => ({ ...at, logicalId: selections[0]?.resource.logicalId ?? at.logicalId, got }));
    });
  },
  good: { whole: stack({}), quarterly: stack({ plan: { ScheduleExpression: 'cron(0 16 ? 1/3 1#1 *)' } }) },
  bad: {
    'no test': stack({ selection: { ProtectedResourceArns: ['arn:aws:s3:::elsewhere'] } }),
    'two buckets': stack({
      selection: { ProtectedResourceArns: [`arn:aws:s3:::${matterBucketName}`, 'arn:aws:s3:::elsewhere'] },
    }),
    'no plan': stack({ plan: { RestoreTestingPlanName: 'another' } }),
    'once a year': stack({ plan: { ScheduleExpression: 'cron(0 16 ? 1 1#1 *)' } }),
    'any vault': stack({ plan: { RecoveryPointSelection: { IncludeVaults: ['*'] } } }),
    'the key of S3': stack({ selection: { RestoreMetadataOverrides: undefined } }),
    'another key': stack({
      selection: { RestoreMetadataOverrides: { ...overrides, kmsKey: 'alias/aws/s3' } },
    }),
    'another role': stack({ selection: { IamRoleArn: 'arn:aws:iam::200000000001:role/lpo-meridian-x' } }),
    'the role of the privileged zone': stack({
      selection: {
        IamRoleArn: `arn:aws:iam::200000000001:role/${matterName('meridian', 'm-7f3a9c-privileged', 'restoreTest')}`,
      },
    }),
    'kept for a week': stack({ selection: { ValidationWindowHours: 168 } }),
  },
});

function faults(view: AssemblyView, bucket: Placed, selection: Placed): string[] {
  const { stack: at, resource } = selection;
  const plan = view
    .ofType('AWS::Backup::RestoreTestingPlan')
    .find(
      (one) =>
        one.stack.account === at.account &&
        one.resource.text('RestoreTestingPlanName') === resource.text('RestoreTestingPlanName'),
    );
  const vaults = plan?.resource.list('RecoveryPointSelection.IncludeVaults') ?? [];
  const own = bucket.resource.get(
    'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID',
  );
  const used = resource.get('RestoreMetadataOverrides.kmsKey');
  const ownKey = view.target(own, bucket.stack);
  const zone = zoneId(`${matterOf(bucket.resource)}`, bucket.resource.tags['lpo:zone']);
  const held: [boolean, string][] = [
    [resource.list('ProtectedResourceArns').length === 1, 'one test for several buckets'],
    [
      atLeastQuarterly.test(plan?.resource.text('ScheduleExpression') ?? ''),
      'no plan that runs once a quarter',
    ],
    [
      vaults.length === 1 &&
        !(plan?.resource.text('RecoveryPointSelection.IncludeVaults.0') ?? '*').includes('*'),
      'not one named vault',
    ],
    [resource.text('RestoreMetadataOverrides.encryptionType') === 'SSE-KMS', 'no override of encryptionType'],
    [ownKey !== undefined && view.target(used, at) === ownKey, 'a kmsKey that is not the key of the bucket'],
    [isRestoreTestOf(zone, roleName(view, selection)), 'a role that is not this zone’s restore test'],
    [Number(resource.text('ValidationWindowHours') ?? 0) <= 24, 'a window of more than a day'],
  ];
  return held.filter(([holds]) => !holds).map(([, got]) => got);
}

/** @param zone `m-7f3a9c` or `m-7f3a9c-privileged` */
function isRestoreTestOf(zone: string, role: string): boolean {
  const name = readOurRole(role) ?? readName(role);
  return name?.purpose === 'restoreTest' && zone === zoneId(name.matter ?? '', name.zone);
}

function roleName(view: AssemblyView, { stack, resource }: Placed): string {
  const role = view.target(resource.get('IamRoleArn'), stack);
  return (role ? role.resource.text('RoleName') : resource.text('IamRoleArn')) ?? '';
}
