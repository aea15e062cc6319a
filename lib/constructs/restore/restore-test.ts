import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnRestoreTestingSelection } from 'aws-cdk-lib/aws-backup';
import { Construct } from 'constructs';
import type { Zone } from '../../model/engagement.ts';
import { matterZone, restoreTestBucketPrefix } from '../../model/names.ts';
import type { RecoveryObjectives } from '../../profile/recovery-objectives.ts';
import { restoreTestingName } from '../../profile/restore-testing-plans.ts';
import { bucketArn } from '../arns.ts';
import type { RestoreRole } from './restore-role.ts';
import { RestoreTestingPlan } from './restore-testing-plan.ts';

export interface RestoreTestProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Id of the matter, for example `m-7f3a9c`; it names no client and no party. */
  readonly matter: string;
  /** Part of the matter: its documents, or the privileged documents beside them. */
  readonly zone: Zone;
  /** ARN of the bucket, without a path. */
  readonly bucketArn: string;
  /** ARN of the KMS key that test restores are encrypted with. */
  readonly keyArn: string;
  /** Role that AWS Backup restores with. */
  readonly role: RestoreRole;
  /** Recovery objectives of the matter, in hours and days. */
  readonly objectives: Pick<RecoveryObjectives, 'testEveryDays'>;
  /**
   * Name of the restore testing plan that tests the zone; it must exist.
   *
   * @default - one of its own
   */
  readonly plan?: string;
}

/**
 * Restores the latest backup of a zone on a schedule, measures the time, and deletes the result.
 *
 * AWS Backup makes the bucket itself, under a name of its own; that cannot be overridden, so no bucket policy of
 * ours closes it. The key does: the objects lie under this zone's key, which lets nobody but the test's role
 * use it for such a bucket, and an SCP keeps everyone else out of buckets of that name.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html
 */
export class RestoreTest extends Construct {
  constructor(scope: Construct, id: string, props: RestoreTestProps) {
    super(scope, id);
    const { vendor, matter, zone } = props;
    const name = restoreTestingName(vendor, matterZone(matter, zone));
    const own =
      props.plan === undefined
        ? new RestoreTestingPlan(this, 'OwnPlan', {
            vendor,
            name,
            testEveryDays: props.objectives.testEveryDays,
          })
        : undefined;
    const policy = props.role.grant({
      bucketArn: bucketArn(this, `${restoreTestBucketPrefix}*`),
      keyArn: props.keyArn,
      makesBucket: true,
    });
    const selection = new CfnRestoreTestingSelection(this, 'Selection', {
      restoreTestingPlanName: props.plan ?? name,
      restoreTestingSelectionName: name,
      protectedResourceType: 'S3',
      protectedResourceArns: [props.bucketArn],
      iamRoleArn: props.role.role.roleArn,
      restoreMetadataOverrides: { encryptionType: 'SSE-KMS', kmsKey: props.keyArn },
      // The shortest there is: time to record a verdict, with nobody looking at the documents.
      validationWindowHours: 1,
    });
    if (own) selection.addResourceDependency(own.plan);
    selection.node.addDependency(policy);
    selection.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
