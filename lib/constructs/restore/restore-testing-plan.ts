import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnRestoreTestingPlan } from 'aws-cdk-lib/aws-backup';
import { Construct } from 'constructs';
import { backupVaultName } from '../../model/names.ts';
import type { RecoveryObjectives } from '../../profile/recovery-objectives.ts';
import { backupVaultArn } from '../arns.ts';

export interface RestoreTestingPlanProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Physical name: letters, digits and underscores, at most 50. */
  readonly name: string;
  /** Days between two tests, at most. */
  readonly testEveryDays: RecoveryObjectives['testEveryDays'];
}

/** Sundays, after the night's backup: the first of every month, or of every quarter. */
const schedules: Readonly<Record<RecoveryObjectives['testEveryDays'], string>> = {
  35: 'cron(0 16 ? * 1#1 *)',
  98: 'cron(0 16 ? 1/3 1#1 *)',
};

/** A rhythm in which the latest backups in the vendor's own vault are restored for a test, of whatever zones select it. */
export class RestoreTestingPlan extends Construct {
  /** The plan. */
  readonly plan: CfnRestoreTestingPlan;

  constructor(scope: Construct, id: string, props: RestoreTestingPlanProps) {
    super(scope, id);
    const vault = backupVaultName(props.vendor, 'primary');
    this.plan = new CfnRestoreTestingPlan(this, 'Plan', {
      restoreTestingPlanName: props.name,
      scheduleExpression: schedules[props.testEveryDays],
      startWindowHours: 1,
      recoveryPointSelection: {
        algorithm: 'LATEST_WITHIN_WINDOW',
        includeVaults: [backupVaultArn(this, vault)],
        recoveryPointTypes: ['SNAPSHOT'],
        selectionWindowDays: 7,
      },
    });
    this.plan.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
