import type { Control } from '../../authoring/control.ts';
import { auditProtected } from './immutable-evidence/audit-protected.ts';
import { evidenceAddedByNamedRoles } from './immutable-evidence/evidence-added-by-named-roles.ts';
import { evidenceReadByReaderAndWriters } from './immutable-evidence/evidence-read-by-reader-and-writers.ts';
import { evidenceWrittenOnce } from './immutable-evidence/evidence-written-once.ts';
import { logBucketHasOneReader } from './immutable-evidence/log-bucket-has-one-reader.ts';
import { logBucketHasOneWriter } from './immutable-evidence/log-bucket-has-one-writer.ts';
import { logBucketSettingsFixed } from './immutable-evidence/log-bucket-settings-fixed.ts';
import { logBucketsTakeDeliveriesOnly } from './immutable-evidence/log-buckets-take-deliveries-only.ts';
import { logGroupsKeptAYear } from './immutable-evidence/log-groups-kept-a-year.ts';
import { logObjectsNeverDeleted } from './immutable-evidence/log-objects-never-deleted.ts';
import { trailTamperEvident } from './immutable-evidence/trail-tamper-evident.ts';

export const immutableEvidence: Control = {
  id: 'LPO-LOG-02',
  title: 'Immutable, tamper-evident evidence',
  objective:
    'Logs and attestations are write-once for the longest applicable period and hash-chained so that removal or edit is provable.',
  severity: 'critical',
  kind: ['detective', 'preventive'],
  absolute: true,
  map: {
    gdpr: ['5(2)†', '33(5)†', '28(3)(h)'],
    dpdp: ['Rule 6(1)(e) one year'],
    sra: ['2.2'],
    iso27001: ['5.28', '5.33', '8.15'],
    soc2: ['CC7.2', 'CC7.3'],
    nist80053: ['AU-9', 'AU-9(3)', 'AU-10', 'AU-11', 'SI-7'],
    cisAws3: ['3.2', '3.4', '3.5'],
    cisAws7: ['4.2', '4.4', '4.5'],
    hipaa: ['164.316(b)(2)(i)', '164.312(c)(2)'],
    other: ['CERT-In 180 days', 'MAR 18 five years', '28 CFR 202.1101 ten years†'],
  },
  record: 'the assembly itself; the digest chain of the trail',
  checks: [
    auditProtected,
    evidenceAddedByNamedRoles,
    evidenceReadByReaderAndWriters,
    evidenceWrittenOnce,
    logBucketHasOneReader,
    logBucketHasOneWriter,
    logBucketSettingsFixed,
    logBucketsTakeDeliveriesOnly,
    logGroupsKeptAYear,
    logObjectsNeverDeleted,
    trailTamperEvident,
  ],
};
