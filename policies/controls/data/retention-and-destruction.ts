import type { Control } from '../../authoring/control.ts';
import { backupsHaveAnEnd } from './retention-and-destruction/backups-have-an-end.ts';
import { bucketSettingsOnlyByDeployment } from './retention-and-destruction/bucket-settings-only-by-deployment.ts';
import { contentNeverInComplianceMode } from './retention-and-destruction/content-never-in-compliance-mode.ts';
import { holdsSetByAdministrators } from './retention-and-destruction/holds-set-by-administrators.ts';
import { keptWhenItsStackGoes } from './retention-and-destruction/kept-when-its-stack-goes.ts';
import { keyDeletionWaits } from './retention-and-destruction/key-deletion-waits.ts';
import { nobodyBypassesRetention } from './retention-and-destruction/nobody-bypasses-retention.ts';
import { objectLockOn } from './retention-and-destruction/object-lock-on.ts';
import { retentionHasAnEnd } from './retention-and-destruction/retention-has-an-end.ts';
import { retentionOnlyGrows } from './retention-and-destruction/retention-only-grows.ts';
import { stacksTerminationProtected } from './retention-and-destruction/stacks-termination-protected.ts';

export const retentionAndDestruction: Control = {
  id: 'LPO-DAT-07',
  title: 'Retention, hold, return and proven destruction',
  objective:
    'Each engagement has an end date, hold flag, return step and key-destruction step that yields a certificate, and cannot be deleted by accident.',
  severity: 'high',
  kind: ['preventive', 'evidential'],
  map: {
    gdpr: ['28(3)(g)', '5(1)(e)†'],
    ccpa: ['retention disclosure 1798.100(a)(3)†'],
    dpdp: ['s.8(7)†', 'Rule 8'],
    sra: ['2.2'],
    iso27001: ['8.10', '5.11', '5.33'],
    soc2: ['C1.2', 'CC6.5†'],
    nist80053: ['SI-12', 'SI-12(3)', 'MP-6', 'SR-12', 'AU-11'],
    cisAws3: ['4.7'],
    cisAws7: ['5.7', '(key-deletion alarm)'],
    hipaa: ['164.310(d)(2)(i)†', '164.316(b)(2)(i)'],
  },
  record: 'the assembly itself; the destruction certificate of each closed matter',
  checks: [
    backupsHaveAnEnd,
    bucketSettingsOnlyByDeployment,
    contentNeverInComplianceMode,
    holdsSetByAdministrators,
    keptWhenItsStackGoes,
    keyDeletionWaits,
    nobodyBypassesRetention,
    objectLockOn,
    retentionHasAnEnd,
    retentionOnlyGrows,
    stacksTerminationProtected,
  ],
};
