import type { Control } from '../../authoring/control.ts';
import { backupCopiesInsideTheJurisdiction } from './region-pinning/backup-copies-inside-the-jurisdiction.ts';
import { keysAndDataSingleRegion } from './region-pinning/keys-and-data-single-region.ts';
import { organizationPoliciesFit } from './region-pinning/organization-policies-fit.ts';
import { regionPinned } from './region-pinning/region-pinned.ts';
import { residencyHolesClosed } from './region-pinning/residency-holes-closed.ts';
import { stacksInsideTheJurisdiction } from './region-pinning/stacks-inside-the-jurisdiction.ts';
import { vaultCopiesNameOneVault } from './region-pinning/vault-copies-name-one-vault.ts';

export const regionPinning: Control = {
  id: 'LPO-JUR-01',
  title: 'Region pinning',
  objective:
    'Content, backups, keys and logs stay in the declared regions; replication, sharing and model inference elsewhere are denied.',
  severity: 'critical',
  kind: ['preventive'],
  absolute: true,
  map: {
    gdpr: ['44', '28(3)(a)'],
    ukGdpr: ['44', '45A'],
    dpdp: ['s.16', 'Rule 15'],
    iso27001: ['5.23', '5.31', '8.9'],
    soc2: ['CC6.1'],
    nist80053: ['SA-9(5)', 'CM-12', 'AC-4'],
    cisAws7: ['2.1.2'],
    hipaa: ['(no localisation rule)'],
    other: ['state Medicaid / ITAR location limits'],
  },
  record: 'the assembly itself, and the prover’s report on regions',
  checks: [
    backupCopiesInsideTheJurisdiction,
    keysAndDataSingleRegion,
    organizationPoliciesFit,
    regionPinned,
    residencyHolesClosed,
    stacksInsideTheJurisdiction,
    vaultCopiesNameOneVault,
  ],
};
