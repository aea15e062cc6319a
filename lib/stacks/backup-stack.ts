import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Vendor } from '../config/vendor-schema.ts';
import { VendorBackup } from '../constructs/backup/vendor-backup.ts';
import { RestoreTestingPlan } from '../constructs/restore/restore-testing-plan.ts';
import { restoreTestingPlans } from '../profile/restore-testing-plans.ts';

export interface BackupStackProps extends StackProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
  /** ARN of CloudFormation's execution role in this account, the only one that changes what is made here. */
  readonly deployRoleArn: string;
  /** ARN of the key custodian's role, which may disable keys and schedule their deletion. It must exist. */
  readonly custodianRoleArn: string;
  /** ARN of the vault in the backup account. */
  readonly copyVaultArn: string;
}

/** The vendor's own vault, and the rhythms in which its backups are tested. It outlives the matters that are backed up to it. */
export class BackupStack extends Stack {
  constructor(scope: Construct, id: string, props: BackupStackProps) {
    super(scope, id, props);
    const { vendor, matters } = props.vendor;
    const { vault } = new VendorBackup(this, 'Backup', { ...props, vendor });
    for (const { name, testEveryDays } of restoreTestingPlans(vendor, matters)) {
      const plan = new RestoreTestingPlan(this, name, { vendor, name, testEveryDays });
      plan.node.addDependency(vault);
    }
  }
}
