import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-VEN-01',
  title: 'Vendor due-diligence record gates onboarding',
  objective:
    'A vendor with missing, adverse-unaccepted or expired diligence (security, finance, references, breaches, insurance) cannot be bound to an engagement.',
  severity: 'high',
  kind: ['evidential'],
  map: {
    gdpr: ['28(1)†'],
    ccpa: ['7051 (diligence bears on liability†)'],
    dpdp: ['s.8(2)†', 'Rule 6(1)(f)'],
    aba: ['5.3 cmt 3', 'Op. 08-451'],
    sra: ['Firms 2.1', '2.5†', 'old O(7.10)'],
    iso27001: ['5.19', '5.21'],
    soc2: ['CC9.2†'],
    nist80053: ['SR-6', 'SA-9', 'RA-3(1)'],
    hipaa: ['164.308(b)(1)†', '164.504(e)'],
    other: ['28 CFR 202.1001 vendor verification', 'BRAO s.43e(2)'],
  },
  record: 'the vendor’s due-diligence record, with findings, acceptance and expiry',
};
