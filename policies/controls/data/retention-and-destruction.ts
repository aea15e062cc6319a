import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
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
};
