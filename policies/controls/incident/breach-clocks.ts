import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-INC-01',
  title: 'Jurisdiction breach clocks',
  objective:
    'Opening an incident computes every applicable deadline, starts timers, drafts notices and records decisions not to notify.',
  severity: 'high',
  kind: ['responsive'],
  map: {
    gdpr: ['33(1)', '33(2)†', '34'],
    ukGdpr: ['33', '34'],
    ccpa: ['CIV 1798.82 (30 days; AG 15 days if >500)'],
    dpdp: ['s.8(6)', 'Rule 7 (72 h)'],
    aba: ['1.4', 'Op. 483'],
    sra: ['3 (report/cooperate)†'],
    iso27001: ['5.24', '5.25', '5.26', '5.5'],
    soc2: ['CC7.4'],
    nist80053: ['IR-6', 'IR-8(1)', 'IR-6(3)', 'SR-8'],
    hipaa: ['164.410(b) 60 days', '164.404†'],
    other: ['CERT-In 6 h', 'NY GBL 899-aa 30 days'],
  },
  record: 'the incident file with every deadline and each decision not to notify',
};
