import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-DET-02',
  title: 'Threat and misuse detection',
  objective:
    'Credential misuse, bulk reading, odd hours or places, key misuse and log tampering raise alarms with engagement context.',
  severity: 'high',
  kind: ['detective'],
  map: {
    gdpr: ['33(1)', '32(1)'],
    dpdp: ['Rule 6(1)(c)'],
    iso27001: ['8.16', '5.7', '8.12'],
    soc2: ['CC7.2', 'CC7.3'],
    nist80053: ['SI-4', 'SI-4(2)', 'SI-4(5)', 'AC-2(12)', 'AU-6(1)'],
    cisAws3: ['4.1-4.15'],
    cisAws7: ['5.1-5.15'],
    hipaa: ['164.308(a)(5)(ii)(C)'],
    aba: ['Op. 483'],
  },
  record: 'the alarms raised and what was done about them',
};
