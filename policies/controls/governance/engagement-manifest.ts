import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-GOV-01',
  title: 'Engagement manifest is the only way in',
  objective:
    'No workspace exists unless a validated manifest states purpose, client, matter, data classes, volumes, origins, access countries, vendor, owner and end date.',
  severity: 'high',
  kind: ['preventive', 'evidential'],
  map: {
    gdpr: ['5(1)(b)†', '5(2)†', '25', '28(3)', '30(1)-(2)'],
    ccpa: ['11 CCR 7051(a) specific purpose', 'CIV 1798.100(d)†'],
    dpdp: ['s.8(1)', 's.8(2)†'],
    aba: ['5.3', 'Op. 08-451'],
    sra: ['Firms 2.1', '2.2'],
    iso27001: ['5.9', '5.12', '5.31'],
    soc2: ['C1.1', 'CC6.1'],
    nist80053: ['CM-12', 'PM-5(1)', 'RA-2', 'PT-3'],
    hipaa: ['164.308(a)(4)(i)'],
  },
  record: 'config/vendors/<vendor>.yaml, validated before anything is synthesized',
};
