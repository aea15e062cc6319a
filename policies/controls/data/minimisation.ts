import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-DAT-04',
  title: 'Minimisation, masking and redaction at intake',
  objective:
    'Only fields the task needs enter; government ids, account numbers and birth dates are masked to the court-rule form unless excepted.',
  severity: 'medium',
  kind: ['preventive'],
  map: {
    gdpr: ['5(1)(c)†', '25'],
    ccpa: ['1798.100(c)†'],
    dpdp: ['Rule 6(1)(a) masking/tokens'],
    iso27001: ['8.11', '8.10'],
    nist80053: ['SI-12(1)', 'SI-19', 'SI-19(4)', 'PT-7(1)'],
    soc2: ['C1.1'],
    hipaa: ['164.502(b)†'],
    other: ['Fed. R. Bankr. P. 9037', 'Fed. R. Civ. P. 5.2'],
  },
  record: 'the intake log with the fields masked and the exceptions granted',
};
