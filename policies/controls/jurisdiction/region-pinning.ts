import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
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
};
