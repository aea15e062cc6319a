import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnBackupPlan, CfnBackupSelection } from 'aws-cdk-lib/aws-backup';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Zone } from '../../model/engagement.ts';
import { backupPlanName, backupVaultName, matterServiceRoleName, matterZone } from '../../model/names.ts';
import type { RecoveryObjectives } from '../../profile/recovery-objectives.ts';
import { boundaryByName } from '../access/boundary-by-name.ts';
import { acknowledge } from '../acknowledge.ts';
import { backupVaultArn } from '../arns.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { recoveryPointTags } from '../restore/recovery-point-tags.ts';
import { backupPermissions } from './backup-permissions.ts';
import { backupSchedule } from './backup-schedule.ts';
import { minimumBackupDays } from './locked-vault.ts';

export interface MatterBackupProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Id of the matter, for example `m-7f3a9c`; it names no client and no party. */
  readonly matter: string;
  /** @default 'documents' */
  readonly zone?: Zone;
  /** ARN of the bucket, without a path. */
  readonly bucketArn: string;
  /** Days each backup and each copy is kept; the vaults are locked at 30 and more. */
  readonly retentionDays: number;
  /** ARN of the vault in the backup account. */
  readonly copyVaultArn: string;
  /** Recovery objectives of the matter, in hours and days. */
  readonly objectives: Pick<RecoveryObjectives, 'rpoHours'>;
}

/**
 * A matter's backup, as often as its recovery point objective asks, to the vendor's locked vault, and its copy to the backup account.
 *
 * The role is made first and alone: the key and bucket policies name it. Each zone of each matter has its
 * own, so that no backup job of one can read another.
 */
export class MatterBackup extends Construct {
  readonly role: Role;
  readonly selection: CfnBackupSelection;

  constructor(scope: Construct, id: string, props: MatterBackupProps) {
    super(scope, id);
    const { vendor, matter, zone = 'documents', retentionDays, copyVaultArn } = props;
    if (retentionDays < minimumBackupDays) {
      throw new Error(`retentionDays: got ${retentionDays}, expected at least ${minimumBackupDays}.`);
    }
    const primaryVault = backupVaultName(vendor, 'primary');
    this.role = new Role(this, 'Role', {
      roleName: matterServiceRoleName(vendor, matter, 'backup', zone),
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      permissionsBoundary: boundaryByName(this, vendor, 'service'),
    });
    const statements = backupPermissions({
      scope: this,
      bucketArn: props.bucketArn,
      primaryVaultArn: backupVaultArn(this, primaryVault),
      copyVaultArn,
    });
    const policy = new ManagedPolicy(this, 'Policy', { roles: [this.role], statements });
    const wildcards = statements
      .flatMap(({ resources }) => resources)
      .filter((resource) => resource.includes('*'));
    acknowledge(policy, {
      rule: wildcards.map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`),
      reason:
        'Objects of one bucket, backups and the rule AWS Backup names itself, and three reads that take no resource.',
      ...platformSecurityReview,
    });

    const lifecycle = { deleteAfterDays: retentionDays };
    const plan = new CfnBackupPlan(this, 'Plan', {
      backupPlan: {
        backupPlanName: backupPlanName(vendor, matter, zone),
        // Without tags a restored document is unreadable until it has been scanned again.
        advancedBackupSettings: [
          {
            resourceType: 'S3',
            backupOptions: { BackupACLs: 'disabled', BackupObjectTags: 'disabled' },
          },
        ],
        backupPlanRule: [
          {
            ruleName: 'periodic',
            targetBackupVault: primaryVault,
            ...backupSchedule(props.objectives),
            lifecycle,
            recoveryPointTags: recoveryPointTags(vendor, matter, zone),
            copyActions: [{ destinationBackupVaultArn: copyVaultArn, lifecycle }],
          },
        ],
      },
    });
    plan.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.selection = new CfnBackupSelection(this, 'Selection', {
      backupPlanId: plan.attrBackupPlanId,
      backupSelection: {
        selectionName: matterZone(matter, zone),
        iamRoleArn: this.role.roleArn,
        resources: [props.bucketArn],
      },
    });
    this.selection.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.selection.node.addDependency(policy);
  }
}
