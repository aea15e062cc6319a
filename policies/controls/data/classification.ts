import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-DAT-03',
  title: 'Classification and discovery',
  objective:
    'Objects carry class labels at intake; automated discovery compares content with the declared classes and alarms on surprises.',
  severity: 'medium',
  kind: ['detective', 'preventive'],
  map: {
    gdpr: ['25', '30', '9†'],
    ccpa: ['audit component: inventory/classification'],
    iso27001: ['5.12', '5.13', '8.12'],
    soc2: ['C1.1', 'CC6.1'],
    nist80053: ['RA-2', 'CM-12(1)', 'AC-16', 'PT-7', 'PT-7(1)'],
    cisAws3: ['2.1.3'],
    cisAws7: ['3.1.3'],
    hipaa: ['164.308(a)(1)(ii)(A)'],
    dpdp: ['s.8(5)'],
  },
  record: 'the labels on objects, and the results of automated discovery',
};
