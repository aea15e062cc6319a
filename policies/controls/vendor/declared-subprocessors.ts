import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-VEN-04',
  title: 'Declared subprocessors, continuous monitoring',
  objective:
    'Only declared sub-vendors appear as principals or destinations, and each vendor is re-attested at a tier-based interval.',
  severity: 'high',
  kind: ['detective', 'preventive'],
  map: {
    gdpr: ['28(2)', '28(4)', '28(3)(h)'],
    ccpa: ['7051 (scans, assessments, audits at least yearly†)'],
    aba: ['5.3'],
    sra: ['2.3'],
    iso27001: ['5.21', '5.22'],
    soc2: ['CC9.2†'],
    nist80053: ['CA-7', 'SR-6', 'SR-3'],
    dpdp: ['Rule 6(1)(c)'],
  },
  record: 'the register of subprocessors and the dates of re-attestation',
};
