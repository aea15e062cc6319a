import type { Matter } from '../config/vendor-schema.ts';
import { functionsOf } from '../profile/functions-of.ts';
import { zonesOf } from '../profile/zones-of.ts';
import { each, type Resources, sum } from './need.ts';

/** Roles of a zone: malware scan, backup, restore, restore test, and the person who restores. */
const rolesOfZone = 5;

/** The stack of a matter: a role for each function, a vault for each zone. */
export function matterResources(matter: Matter): Resources {
  const zones = zonesOf(matter).length;
  const roles = functionsOf(matter).length + rolesOfZone * zones;
  return sum(
    each(roles, ['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy']),
    each(zones, [
      'AWS::KMS::Key',
      'AWS::KMS::Alias',
      'AWS::S3::Bucket',
      'AWS::S3::BucketPolicy',
      'AWS::S3::AccessPoint',
      'AWS::GuardDuty::MalwareProtectionPlan',
      'AWS::Backup::BackupPlan',
      'AWS::Backup::BackupSelection',
      'AWS::Backup::RestoreTestingSelection',
    ]),
  );
}
