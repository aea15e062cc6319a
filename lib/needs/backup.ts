import type { Vendor } from '../config/vendor-schema.ts';
import { restoreTestingPlans } from '../profile/restore-testing-plans.ts';
import { each, type Resources, sum } from './need.ts';

/** The vendor's vault under its key, and the plans that test what lies in it. */
export const backupResources = ({ vendor, matters }: Pick<Vendor, 'vendor' | 'matters'>): Resources =>
  sum(each(1, ['AWS::KMS::Key', 'AWS::KMS::Alias', 'AWS::Backup::BackupVault']), {
    'AWS::Backup::RestoreTestingPlan': restoreTestingPlans(vendor, matters).length,
  });
